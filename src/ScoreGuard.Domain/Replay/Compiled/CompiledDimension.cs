namespace ScoreGuard.Domain.Replay.Compiled;

/// <param name="FirstSlot">Its ungrouped sum; the slots of its groups follow.</param>
/// <param name="Slots">The clamps of its slots; the first has none.</param>
/// <param name="FiringRules">Its rules that write entries, by their place among all enabled rules.</param>
/// <param name="Changing">Its attribute rules whose <c>when</c> looks at more than fields.</param>
/// <param name="Terms">The dimensions that it sums; null: it has rules of its own.</param>
/// <param name="Weights">Of the terms, in millionths.</param>
internal sealed record CompiledDimension(
    string Name,
    long Start,
    CompiledClamp Clamp,
    bool UnscoredIsMissing,
    int FirstSlot,
    CompiledClamp[] Slots,
    int[] FiringRules,
    CompiledAttributeRule[] Changing,
    int[]? Terms,
    long[] Weights
)
{
    /// <summary><see cref="Weights"/> in ones, where all of them are whole; null: some are not.</summary>
    public long[]? WholeWeights { get; } =
        Array.TrueForAll(Weights, w => w % 1_000_000 == 0) ? Array.ConvertAll(Weights, w => w / 1_000_000) : null;
}

/// <summary>Bounds in thousandths of a point; null: none.</summary>
internal readonly record struct CompiledClamp(long? Min, long? Max)
{
    public bool IsOpen => Min is null && Max is null;
}
