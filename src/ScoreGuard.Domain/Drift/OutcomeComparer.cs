using System.Collections.Immutable;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Domain.Drift;

/// <summary>Says how a lead's outcome differs from its baseline, and what that means for people.</summary>
public static class OutcomeComparer
{
    /// <param name="before">Null: the lead is new.</param>
    /// <param name="after">Null: the lead has vanished.</param>
    public static LeadDifference Compare(Outcome? before, Outcome? after, DriftPolicy policy)
    {
        var was = before ?? Nothing;
        var now = after ?? Nothing;
        var fields = ChangedFields.Between(was, now);
        var rules = RuleDeltas(was, now);
        var (gained, lost) = (policy.ReachesSales(before), policy.ReachesSales(after)) switch
        {
            (false, true) => (true, false),
            (true, false) => (false, true),
            _ => (false, false),
        };
        var score = ScoreMoved(was, now, policy);
        var kind = (before, after) switch
        {
            (_, null) => ChangeKind.Vanished,
            (null, _) => ChangeKind.New,
            _ when was.Error?.Code != now.Error?.Code => ChangeKind.Error,
            _ when gained => ChangeKind.SalesGained,
            _ when lost => ChangeKind.SalesLost,
            _ when fields.Contains("routes") => ChangeKind.Routing,
            _ when fields.Contains("sla") => ChangeKind.Sla,
            _ when fields.Contains("stage") || fields.Contains("history") => ChangeKind.Stage,
            _ when fields.Contains("grade") || fields.Any(IsLabel) => ChangeKind.GradeOrLabel,
            _ when score => ChangeKind.Score,
            _ => ChangeKind.Detail,
        };
        var tolerated =
            kind == ChangeKind.Detail && fields.Any(IsScore) && fields.All(field => IsScore(field) || field == "rules");
        var movers = before is null || after is null ? [] : Movers.Between(was, now, rules);
        return new(kind, fields, rules, movers, gained, lost, tolerated);
    }

    private static Outcome Nothing { get; } = new("", [], [], null, null, [], [], [], [], [], null);

    private static bool IsLabel(string field) => field.StartsWith("labels.", StringComparison.Ordinal);

    private static bool IsScore(string field) => field.StartsWith("scores.", StringComparison.Ordinal);

    private static bool ScoreMoved(Outcome was, Outcome now, DriftPolicy policy)
    {
        foreach (
            var dimension in was
                .Scores.Concat(now.Scores)
                .Select(score => score.Dimension)
                .Distinct(StringComparer.Ordinal)
        )
        {
            var before = was.FindScore(dimension);
            var after = now.FindScore(dimension);
            if (before is null || after is null || !policy.Tolerates(dimension, before.Value.Value, after.Value.Value))
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<RuleDelta> RuleDeltas(Outcome was, Outcome now)
    {
        if (was.Rules.AsSpan().SequenceEqual(now.Rules.AsSpan()))
        {
            return [];
        }

        var after = now.Rules.ToDictionary(rule => rule.Rule, rule => rule.Points, StringComparer.Ordinal);
        var deltas = new List<RuleDelta>();
        foreach (var (rule, points) in was.Rules)
        {
            var left = after.Remove(rule, out var moved) ? moved : 0m;
            if (left != points)
            {
                deltas.Add(new(rule, points, left));
            }
        }

        deltas.AddRange(after.Select(rule => new RuleDelta(rule.Key, 0, rule.Value)));
        return
        [
            .. deltas
                .OrderByDescending(delta => Math.Abs(delta.After - delta.Before))
                .ThenBy(delta => delta.Rule, StringComparer.Ordinal),
        ];
    }
}
