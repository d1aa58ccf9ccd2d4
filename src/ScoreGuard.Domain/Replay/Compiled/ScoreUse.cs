using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Replay.Compiled;

/// <summary>How a criterion looks at scores: not at all, only for being high enough, or in some other way.</summary>
internal static class ScoreUse
{
    public static AgingWakes Of(Criterion? criterion, IReadOnlyDictionary<string, Segment> segments) =>
        criterion switch
        {
            null => AgingWakes.Never,
            Criterion.All all => Greatest(all.Parts, segments),
            Criterion.Any any => Greatest(any.Parts, segments),
            Criterion.InSegment inSegment => Greatest(inSegment.Segments.Select(s => segments[s].When), segments),
            Criterion.ScoreIs score => IsHighEnough(score.Matcher) ? AgingWakes.WhereScoresMayRise : AgingWakes.Always,
            _ => CriterionReach.Of(criterion, segments).OnScores ? AgingWakes.Always : AgingWakes.Never,
        };

    private static AgingWakes Greatest(IEnumerable<Criterion> parts, IReadOnlyDictionary<string, Segment> segments) =>
        parts.Select(part => Of(part, segments)).DefaultIfEmpty(AgingWakes.Never).Max();

    private static bool IsHighEnough(Matcher matcher) =>
        matcher switch
        {
            Matcher.Compare compare => compare.Sign is Comparison.Greater or Comparison.GreaterOrEqual,
            Matcher.AllOf allOf => allOf.Parts.All(IsHighEnough),
            _ => false,
        };
}
