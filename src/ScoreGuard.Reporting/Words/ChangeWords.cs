using System.Diagnostics;
using ScoreGuard.Domain.Drift;

namespace ScoreGuard.Reporting.Words;

/// <summary>Kinds of change and parts of an outcome, as people say them.</summary>
internal static class ChangeWords
{
    /// <summary>Finishes "37 leads …".</summary>
    public static string Of(ChangeKind kind, bool preview) =>
        (kind, preview) switch
        {
            (ChangeKind.Vanished, _) => "no longer in the lead set",
            (ChangeKind.New, _) => "not in the baseline",
            (ChangeKind.Error, _) => "end in a replay error, or no longer do",
            (ChangeKind.SalesGained, false) => "now reach Sales",
            (ChangeKind.SalesGained, true) => "would newly reach Sales",
            (ChangeKind.SalesLost, false) => "no longer reach Sales",
            (ChangeKind.SalesLost, true) => "would no longer reach Sales",
            (ChangeKind.Routing, _) => "routed to somebody else, or at another time",
            (ChangeKind.Sla, _) => "another response deadline (SLA)",
            (ChangeKind.Stage, _) => "another stage, or another way there",
            (ChangeKind.GradeOrLabel, _) => "another grade or label",
            (ChangeKind.Score, _) => "another score only",
            (ChangeKind.Detail, _) => "details that nobody sees",
            _ => throw new UnreachableException(),
        };

    /// <summary>"scores.total" is "score total".</summary>
    public static string OfField(string field) =>
        field switch
        {
            "lead" => "lead",
            "grade" => "grade",
            "stage" => "stage",
            "scores" => "scores",
            "labels" => "labels",
            "history" => "way through the stages",
            "routes" => "routing",
            "sla" => "response deadline (SLA)",
            "rules" => "points of rules",
            "notes" => "notes on unreadable values",
            "error" => "replay error",
            _ when field.StartsWith("scores.", StringComparison.Ordinal) => "score " + Shown.Name(field[7..]),
            _ when field.StartsWith("labels.", StringComparison.Ordinal) => "label " + Shown.Name(field[7..]),
            _ when field.StartsWith("rules.", StringComparison.Ordinal) => "points of " + Shown.Name(field[6..]),
            _ => Shown.Name(field),
        };
}
