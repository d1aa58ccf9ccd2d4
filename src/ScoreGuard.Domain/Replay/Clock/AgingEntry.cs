using ScoreGuard.Domain.Replay.Compiled;
using ScoreGuard.Domain.Replay.Points;

namespace ScoreGuard.Domain.Replay.Clock;

/// <summary>A ledger entry that loses its worth with time.</summary>
/// <param name="Rule">The rule that wrote it.</param>
/// <param name="Milli">What was written, thousandths of a point.</param>
/// <param name="Worth">What of it is in the sums now.</param>
/// <param name="Next">The first instant at which its worth may be another.</param>
internal record struct AgingEntry(CompiledFiringRule Rule, long At, long Milli, long Worth, long Next)
{
    private const long WholeInMillionthsOfPercent = 100_000_000;

    public readonly CompiledOperation Operation => Rule.Operation;

    /// <summary>An entry as it is written.</summary>
    public static AgingEntry New(CompiledFiringRule rule, long at, long milli) =>
        new(rule, at, milli, milli, at + (rule.Operation.Aging == AgingKind.HalfLife ? 1 : rule.Operation.Period));

    /// <summary>What it is worth at an instant; rounded by itself, half away from zero.</summary>
    public readonly long WorthAt(long now)
    {
        var age = now - At;
        var operation = Rule.Operation;
        switch (operation.Aging)
        {
            case AgingKind.Expires:
                return age >= operation.Period ? 0 : Milli;
            case AgingKind.Decay:
                var steps = age / operation.Period;
                return steps >= operation.StepsToNothing
                    ? 0
                    : new LongMilli(Milli)
                        .Scaled(
                            WholeInMillionthsOfPercent - (steps * operation.PercentInMillionths),
                            WholeInMillionthsOfPercent
                        )
                        .Value;
            default:
                return HalfLife.Left(Milli, age, operation.Period);
        }
    }

    /// <summary>The next instant at which its worth may be another; the maximum: never again.</summary>
    public readonly long NextChange(long now) =>
        Operation.Aging switch
        {
            AgingKind.Expires => now - At >= Operation.Period ? long.MaxValue : At + Operation.Period,
            AgingKind.Decay => (now - At) / Operation.Period is var steps && steps >= Operation.StepsToNothing
                ? long.MaxValue
                : At + ((steps + 1) * Operation.Period),
            _ => Worth == 0 ? long.MaxValue : now + 1,
        };
}
