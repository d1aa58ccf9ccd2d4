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
            if (!IsSaidByStage(field, before, after) && Change(field, before, after) is { } part)
                parts.Add(part);

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

    public static string? Label(Outcome? outcome, string dimension)
    {
        foreach (var label in outcome?.Labels ?? [])
            if (string.Equals(label.Dimension, dimension, StringComparison.Ordinal))
                return label.Name;

        return null;
    }

    /// <summary>Another last stage tells the way there too.</summary>
    private static bool IsSaidByStage(string field, Outcome before, Outcome after) =>
        string.Equals(field, "history", StringComparison.Ordinal)
        && !string.Equals(before.Stage, after.Stage, StringComparison.Ordinal);

    /// <summary>Names alone where they tell before and after apart, else with their times.</summary>
    private static PartChange? Change(string field, Outcome before, Outcome after)
    {
        if (Part(field, before, exact: false) is not { } was || Part(field, after, exact: false) is not { } now)
            return null;

        if (string.Equals(was, now, StringComparison.Ordinal))
            (was, now) = (Part(field, before, exact: true)!, Part(field, after, exact: true)!);
        return new(ChangeWords.OfField(field), Shown.Sentence(was), Shown.Sentence(now));
    }

    private static string? Part(string field, Outcome outcome, bool exact) =>
        field switch
        {
            "stage" => outcome.Stage ?? None,
            "grade" => outcome.Grade ?? None,
            "history" => History(outcome, exact),
            "routes" => Routes(outcome, exact),
            "sla" => Clocks(outcome, exact),
            "error" => outcome.Error is { } error ? error.Code + (exact ? $" at {error.At}" : "") : None,
            _ when field.StartsWith("scores.", StringComparison.Ordinal) => Figures.Points(Score(outcome, field[7..])),
            _ when field.StartsWith("labels.", StringComparison.Ordinal) => Label(outcome, field[7..]) ?? None,
            _ => null,
        };

    private static string History(Outcome outcome, bool exact) =>
        Steps(
            outcome.History,
            None,
            step => step.Stage + (exact ? $" ({step.At}{(step.By is { } by ? ", by " + by : "")})" : "")
        );

    private static string Routes(Outcome outcome, bool exact) =>
        Steps(
            outcome.Routes,
            "nobody",
            route =>
                route.To
                + (
                    exact
                        ? $" ({route.At}, {route.By ?? "default"}{(route.AlertDue is { } due ? $", alert {due}" : "")})"
                        : ""
                )
        );

    private static string Clocks(Outcome outcome, bool exact) =>
        Steps(
            outcome.Sla,
            "no deadline",
            clock => $"{clock.Id} {clock.Status}" + (exact ? $" (from {clock.At}, due {clock.Due})" : "")
        );

    /// <summary>The last steps decide where a lead stands, so a long way is cut at its beginning.</summary>
    private static string Steps<T>(ImmutableArray<T> steps, string none, Func<T, string> words)
    {
        if (steps.IsEmpty)
            return none;

        var last = steps.Skip(Math.Max(0, steps.Length - MostSteps)).Select(words);
        return (steps.Length > MostSteps ? "…, " : "") + string.Join(", ", last);
    }
}
