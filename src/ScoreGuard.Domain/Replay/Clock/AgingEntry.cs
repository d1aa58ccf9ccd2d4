using System.Runtime.InteropServices;
using ScoreGuard.Domain.Replay.Compiled;
using ScoreGuard.Domain.Replay.Points;

namespace ScoreGuard.Domain.Replay.Clock;

/// <summary>A ledger entry that loses its worth with time.</summary>
/// <remarks>It names its rule by number: ledgers write many, and numbers are copied without the garbage collector being told.</remarks>
[StructLayout(LayoutKind.Auto)]
internal struct AgingEntry
{
    private const long WholeInMillionthsOfPercent = 100_000_000;

    private AgingEntry(int rule, long at, long milli, long next) =>
        (Rule, At, Milli, Worth, Next) = (rule, at, milli, milli, next);

    /// <summary>The rule that wrote it: its place among all enabled ones.</summary>
    public int Rule { get; }

    public long At { get; }

    /// <summary>What was written, thousandths of a point.</summary>
    public long Milli { get; }

    /// <summary>What it was worth when it was last aged; rounded by itself, half away from zero.</summary>
    public long Worth { get; private set; }

    /// <summary>The first instant at which its worth may be another; the maximum: never again.</summary>
    public long Next { get; private set; }

    /// <summary>An entry as it is written.</summary>
    public static AgingEntry New(CompiledFiringRule rule, long at, long milli) =>
        new(rule.Index, at, milli, at + (rule.Operation.Aging == AgingKind.HalfLife ? 1 : rule.Operation.Period));

    /// <summary>Brings it to an instant, from <see cref="Next"/> on.</summary>
    /// <param name="operation">Its rule's.</param>
    public void AgeTo(long now, CompiledOperation operation)
    {
        switch (operation.Aging)
        {
            case AgingKind.Expires:
                (Worth, Next) = (0, long.MaxValue);
                break;
            case AgingKind.Decay:
                var steps = (now - At) / operation.Period;
                (Worth, Next) =
                    steps >= operation.StepsToNothing
                        ? (0, long.MaxValue)
                        : (Decayed(steps * operation.PercentInMillionths), At + ((steps + 1) * operation.Period));
                break;
            default:
                Worth = HalfLife.Left(Milli, now - At, operation.Period);
                Next = Worth == 0 ? long.MaxValue : now + 1;
                break;
        }
    }

    /// <summary>What it is worth at an instant.</summary>
    public readonly long WorthAt(long now, CompiledOperation operation)
    {
        var aged = this;
        if (now >= Next)
        {
            aged.AgeTo(now, operation);
        }

        return aged.Worth;
    }

    private readonly long Decayed(long lost) =>
        new LongMilli(Milli).Scaled(WholeInMillionthsOfPercent - lost, WholeInMillionthsOfPercent).Value;
}
