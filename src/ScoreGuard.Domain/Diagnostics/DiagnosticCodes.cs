namespace ScoreGuard.Domain.Diagnostics;

/// <summary>Every code of the product. docs/diagnostics.md is written from it, and a test compares the two.</summary>
public static class DiagnosticCodes
{
    /// <summary>In order of their prefixes.</summary>
    public static IReadOnlyList<CodeArea> Areas { get; } =
    [
        DocumentCodes.Area,
        ModelCodes.Area,
        LeadCodes.Area,
        LeadPlanCodes.Area,
        StoreCodes.Area,
        WorkspaceCodes.Area,
        RunCodes.Area,
        MailCodes.Area,
        TargetCodes.Area,
    ];

    /// <summary>In order.</summary>
    public static IEnumerable<DiagnosticCode> All => Areas.SelectMany(area => area.Codes);
}
