using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Replay.Compiled;

/// <summary>What a criterion depends on, segments followed.</summary>
/// <param name="OnHistory">The stage, visits, or activities so far: may change at any step of the clock.</param>
/// <param name="OnTime">May change by time alone, with nothing happening: a <c>did</c> with a window.</param>
/// <param name="OnScores">Scores, labels or the grade.</param>
internal readonly record struct CriterionReach(bool OnHistory, bool OnTime, bool OnScores)
{
    public static CriterionReach Of(Criterion? criterion, IReadOnlyDictionary<string, Segment> segments) =>
        criterion switch
        {
            null => default,
            Criterion.All all => Of(all.Parts, segments),
            Criterion.Any any => Of(any.Parts, segments),
            Criterion.Not not => Of(not.Inner, segments),
            Criterion.InSegment inSegment => Of([.. inSegment.Segments.Select(s => segments[s].When)], segments),
            Criterion.StageIs or Criterion.Visits => new(OnHistory: true, OnTime: false, OnScores: false),
            Criterion.Did did => new(OnHistory: true, OnTime: did.Within is not null, OnScores: false),
            Criterion.ScoreIs or Criterion.LabelIs or Criterion.GradeIs => new(false, false, OnScores: true),
            _ => default,
        };

    private static CriterionReach Of(
        System.Collections.Immutable.ImmutableArray<Criterion> parts,
        IReadOnlyDictionary<string, Segment> segments
    ) =>
        parts
            .Select(part => Of(part, segments))
            .Aggregate(
                default(CriterionReach),
                (all, part) =>
                    new(all.OnHistory || part.OnHistory, all.OnTime || part.OnTime, all.OnScores || part.OnScores)
            );
}
