using System.Collections.Immutable;

namespace ScoreGuard.Domain.Models;

/// <summary>A time zone's offsets from UTC, from 1970 until after 2037.</summary>
/// <param name="Periods">In order of <c>From</c>; the first begins at the minimum of <see cref="long"/>, each lasts until the next.</param>
public sealed record ZoneOffsets(ImmutableArray<ZoneOffsets.Period> Periods)
{
    /// <param name="From">Unix milliseconds UTC from which the offset holds.</param>
    /// <param name="Offset">Milliseconds to add to UTC for local time.</param>
    public readonly record struct Period(long From, long Offset);
}
