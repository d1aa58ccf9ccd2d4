using ScoreGuard.Domain.Reports;

namespace ScoreGuard.Reporting.Words;

/// <summary>Says how much of the outcomes stands in outcomes.csv; its name finishes the sentence.</summary>
internal static class OutcomesWords
{
    /// <returns>Null: there is no such file.</returns>
    public static string? Of(RunReport report) =>
        report.Listed is not { } listed ? null
        : listed.Rows < listed.Leads
            ? $"What became of the first {Figures.Count(listed.Rows)} of {Figures.Leads(listed.Leads)}, one by one, is in"
        : "What became of every lead, one by one, is in";
}
