using ScoreGuard.Application.Decisions;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Functions.Access;
using ScoreGuard.Reporting.Pages;

namespace ScoreGuard.Functions.Pages;

/// <summary>A decision as somebody filled it in.</summary>
/// <param name="Decision">Null: neither was chosen.</param>
internal sealed record DecisionEntry(
    DecisionKind? Decision,
    bool ByCause,
    IReadOnlyList<string> Causes,
    string By,
    string Reason
)
{
    public static DecisionEntry Read(HttpContext context)
    {
        var form = context.Request.Form;
        return new(
            form[FormFields.Decision].ToString() switch
            {
                FormFields.Accept => DecisionKind.Accept,
                FormFields.Reject => DecisionKind.Reject,
                _ => null,
            },
            form[FormFields.Scope] == FormFields.Causes,
            [.. form[FormFields.Cause].OfType<string>().Distinct(StringComparer.Ordinal)],
            // Whom the platform signed in nobody else can be.
            context.Caller().Name
                ?? form[FormFields.By].ToString().Trim(),
            form[FormFields.Reason].ToString().Trim()
        );
    }

    /// <summary>What is missing; null: nothing.</summary>
    public string? Wrong =>
        Decision is null ? "Choose whether you accept or reject."
        : ByCause && Causes.Count == 0 ? "Tick the causes that you decide about, or decide about the whole run."
        : !ByCause && Causes.Count > 0
            ? "You chose the whole run and ticked causes. Choose only the causes, or tick none."
        : By.Length is 0 or > FormFields.LongestText
            ? $"Say who decides, in at most {FormFields.LongestText} characters."
        : Reason.Length is 0 or > FormFields.LongestText ? $"Say why, in at most {FormFields.LongestText} characters."
        : null;

    public DecisionRequest ToRequest(string run) =>
        new(
            run,
            Decision!.Value,
            ByCause ? DecisionScope.Causes : DecisionScope.All,
            ByCause ? [.. Causes] : [],
            [],
            By,
            Reason
        );

    public DecisionEntered ToView() =>
        new(Decision == DecisionKind.Accept, Decision == DecisionKind.Reject, ByCause, By, Reason);
}
