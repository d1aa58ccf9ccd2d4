namespace ScoreGuard.Reporting.Pages;

/// <summary>Accepts or rejects a run. Shown to those only who may, and where there is something to decide.</summary>
/// <param name="Accepting">What it means to accept this run.</param>
/// <param name="Rejecting">What it means to reject it.</param>
/// <param name="Causes">What may be decided by itself; empty: only the whole run.</param>
/// <param name="Signed">Who decides, as the platform signed them in; null: they say so themselves.</param>
/// <param name="Entered">What was entered before, and was refused.</param>
public sealed record DecideFormView(
    string Action,
    string Token,
    string Accepting,
    string Rejecting,
    IReadOnlyList<CauseLine> Causes,
    string? Signed,
    DecisionEntered Entered
);

/// <summary>The fields of a decision as they were filled in.</summary>
public sealed record DecisionEntered(bool Accept, bool Reject, bool ByCause, string By, string Reason)
{
    public static DecisionEntered Nothing { get; } = new(false, false, false, "", "");
}
