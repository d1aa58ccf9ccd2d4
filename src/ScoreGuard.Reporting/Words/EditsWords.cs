using ScoreGuard.Domain.Reports;

namespace ScoreGuard.Reporting.Words;

/// <summary>Over what is told of edits.</summary>
internal static class EditsWords
{
    public static string Title(RunReport report) =>
        report.Target is { IsReplay: true, Platform: var platform }
            ? $"What changed in {platform}"
            : "What changed in the model";
}
