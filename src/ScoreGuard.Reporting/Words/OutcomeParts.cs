using System.Collections.Immutable;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Reporting.Words;

/// <summary>One part of a lead's outcome before and after, in words.</summary>
internal readonly record struct PartChange(string What, string Before, string After);

/// <summary>Says which visible parts of an outcome changed, and how.</summary>
internal static class OutcomeParts
{
    private const string None = "none";
    private const int MostSteps = 8;

    /// <summary>In order of the outcome line; points of rules and notes are left to others.</summary>
    public static ImmutableArray<PartChange> Of(LeadChange change)
    {
        if (change is not { Before: { } before, After: { } after })
            return [];

        var parts = ImmutableArray.CreateBuilder<PartChange>();
        foreach (var field in change.Fields)
            if (Part(field, before) is { } was && Part(field, after) is { } now)
                parts.Add(Apart(ChangeWords.OfField(field), was, now));

        return parts.ToImmutable();
    }

    /// <summary>Whom the lead went to last; null: to nobody.</summary>
    public static string? LastRoute(Outcome? outcome) => outcome?.Routes is [.., var last] ? last.To : null;

    public static decimal? Score(Outcome? outcome, string dimension)
    {
        foreach (var score in outcome?.Scores ?? [])
            if (string.Equals(score.Dimension, dimension, StringComparison.Ordinal))
                return score.Value;

        return null;
    }

    private static string? Part(string field, Outcome outcome) =>
        field switch
        {
            "stage" => outcome.Stage ?? None,
            "grade" => outcome.Grade ?? None,
            "history" => History(outcome),
            "routes" => Routes(outcome),
            "sla" => Clocks(outcome),
            "error" => outcome.Error?.Code ?? None,
            _ when field.StartsWith("scores.", StringComparison.Ordinal) => Figures.Points(Score(outcome, field[7..])),
            _ when field.StartsWith("labels.", StringComparison.Ordinal) => Label(outcome, field[7..]),
            _ => null,
        };

    private static string Label(Outcome outcome, string dimension)
    {
        foreach (var label in outcome.Labels)
            if (string.Equals(label.Dimension, dimension, StringComparison.Ordinal))
                return label.Name;

        return None;
    }

    private static string History(Outcome outcome) =>
        outcome.History.IsEmpty
            ? None
            : Steps(outcome.History.Length, at => $"{outcome.History[at].Stage} ({Day(outcome.History[at].At)})");

    private static string Routes(Outcome outcome) =>
        outcome.Routes.IsEmpty
            ? "nobody"
            : Steps(outcome.Routes.Length, at => $"{outcome.Routes[at].To} ({Day(outcome.Routes[at].At)})");

    private static string Clocks(Outcome outcome) =>
        outcome.Sla.IsEmpty
            ? "no deadline"
            : Steps(
                outcome.Sla.Length,
                at => $"{outcome.Sla[at].Id} {outcome.Sla[at].Status} (due {Minute(outcome.Sla[at].Due)})"
            );

    /// <summary>The last steps decide where a lead stands, so a long way is cut at its beginning.</summary>
    private static string Steps(int count, Func<int, string> step)
    {
        var first = Math.Max(0, count - MostSteps);
        var steps = string.Join(", ", Enumerable.Range(first, count - first).Select(step));
        return first == 0 ? steps : "…, " + steps;
    }

    private static string Day(Domain.Instant at) => at.ToString()[..10];

    private static string Minute(Domain.Instant at) => at.ToString()[..16].Replace('T', ' ');

    /// <summary>Where the day alone does not tell them apart, the reader is told that the time does.</summary>
    private static PartChange Apart(string what, string before, string after) =>
        string.Equals(before, after, StringComparison.Ordinal)
            ? new(what, Shown.Sentence(before), Shown.Sentence(after) + " (at another time or in another way)")
            : new(what, Shown.Sentence(before), Shown.Sentence(after));
}
