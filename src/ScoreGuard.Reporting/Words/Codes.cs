using System.Diagnostics;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Drift.Traits;

namespace ScoreGuard.Reporting.Words;

/// <summary>Kinds of change and of traits as programs read them; stable, part of the documented forms.</summary>
internal static class Codes
{
    public static string Of(ChangeKind kind) =>
        kind switch
        {
            ChangeKind.Vanished => "vanished",
            ChangeKind.New => "new",
            ChangeKind.Error => "error",
            ChangeKind.SalesGained => "sales-gained",
            ChangeKind.SalesLost => "sales-lost",
            ChangeKind.Routing => "routing",
            ChangeKind.Sla => "sla",
            ChangeKind.Stage => "stage",
            ChangeKind.GradeOrLabel => "grade-or-label",
            ChangeKind.Score => "score",
            ChangeKind.Detail => "detail",
            _ => throw new UnreachableException(),
        };

    public static string Of(TraitKind kind) =>
        kind switch
        {
            TraitKind.Activity => "activity",
            TraitKind.Missing => "missing",
            TraitKind.Value => "value",
            TraitKind.AtLeast => "at-least",
            TraitKind.AtMost => "at-most",
            TraitKind.Present => "present",
            TraitKind.ActivityValue => "activity-value",
            _ => throw new UnreachableException(),
        };
}
