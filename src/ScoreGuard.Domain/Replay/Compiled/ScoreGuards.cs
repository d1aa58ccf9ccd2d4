using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Replay.Compiled;

/// <summary>A score that a transition cannot do without.</summary>
/// <param name="Milli">Below this many thousandths of a point the transition is not taken, whatever else holds.</param>
internal readonly record struct ScoreGuard(int Dimension, long Milli);

/// <summary>
/// Finds the scores that transitions cannot do without, so that a replay need not ask again while too few points have
/// come in since it last asked.
/// </summary>
/// <remarks>
/// That holds only where a score never rises by more than the points that fire: no penalties that fade, no weights below zero
/// or with decimals (their sums are rounded), no attribute rules that look at history, nothing that may be unscored.
/// </remarks>
internal static class ScoreGuards
{
    // Points and weights keep far below 64 bits where thresholds and sensitivities are no larger than this.
    private const long Largest = 1_000_000_000_000;

    /// <summary>For each dimension how much one point in it can add to any score at the most; null: there is no such bound.</summary>
    public static long[]? Sensitivities(CompiledDimension[] dimensions, int[] sumOrder, IEnumerable<CompiledRule> rules)
    {
        if (
            dimensions.Any(d =>
                d.UnscoredIsMissing
                || d.Changing.Length > 0
                || d.WholeWeights is null
                || Array.Exists(d.Weights, w => w < 0)
            ) || rules.Any(r => r is CompiledFiringRule { Operation: { Aging: not AgingKind.None, Amount: < 0 } })
        )
        {
            return null;
        }

        var sensitivities = new long[dimensions.Length];
        Array.Fill(sensitivities, 1);
        foreach (var sum in sumOrder.Reverse())
        {
            for (var i = 0; i < dimensions[sum].Terms!.Length; i++)
            {
                ref var term = ref sensitivities[dimensions[sum].Terms![i]];
                term += sensitivities[sum] * dimensions[sum].WholeWeights![i];
                if (term > 1_000_000)
                {
                    return null;
                }
            }
        }

        return sensitivities;
    }

    public static ScoreGuard? Of(Criterion? when, ModelNames names) =>
        when switch
        {
            Criterion.All all => all.Parts.Select(part => Of(part, names)).FirstOrDefault(guard => guard is not null),
            Criterion.ScoreIs(
                var dimension,
                Matcher.Compare
                (Comparison.Greater or Comparison.GreaterOrEqual, Operand.Number(var least))
            ) when Math.Abs(least) < Largest / 1000 => new(names.Dimension(dimension), (long)Math.Floor(least * 1000)),
            _ => null,
        };
}
