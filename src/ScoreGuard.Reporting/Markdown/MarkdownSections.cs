using System.Text;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Markdown;

/// <summary>The sections below the figures, weightiest first; empty ones are left out.</summary>
internal static class MarkdownSections
{
    private const int MostRows = 20;
    private const int MostNames = 5;

    public static IEnumerable<string> Of(RunReport report)
    {
        var broken = report.Verdict == Verdict.Broken;
        if (broken)
            yield return Section("Why it could not judge", [.. Problems(report)]);
        yield return Section("Who has to act", [.. report.Actions.Select(action => "- " + MarkdownText.Sentence(action))]);
        yield return Section("What to type", [.. report.Commands.Select(Command)]);
        if (report.Verdict != Verdict.Broken)
        {
            if (report.Sales is { } sales && report.IsCompared())
                yield return Section("Reaching Sales", [SalesWords.Of(sales, MarkdownText.Name)]);
            yield return Section("Why", [.. report.Causes.Select(cause => Cause(cause, report))]);
            yield return Section("What changed in the model", [.. report.Edits.Select(Edit)]);
            yield return Section("Stages", [.. Moves(report.Stages)]);
            yield return Section("Routes", [.. Moves(report.Routes)]);
        }

        if (!broken)
            yield return Section("Warnings", [.. Problems(report)]);
        yield return Foot(report);
    }

    private static string Section(string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return "";

        var text = new StringBuilder("\n### ").Append(title).Append("\n\n");
        foreach (var line in lines.Take(MostRows))
            text.Append(line).Append('\n');
        if (lines.Count > MostRows)
            text.Append("- and ").Append(Figures.Count(lines.Count - MostRows)).Append(" more\n");
        return text.ToString();
    }

    private static IEnumerable<string> Problems(RunReport report) =>
        report.Diagnostics.Select(problem => "- " + MarkdownText.Sentence(problem.ToString()));

    private static string Command(CommandHint hint) =>
        $"- {MarkdownText.Sentence(hint.Purpose)}: {MarkdownText.Code(hint.Command)}";

    private static string Cause(Cause cause, RunReport report)
    {
        var line = new StringBuilder("- **").Append(Figures.Leads(cause.Leads)).Append("**: ");
        line.AppendJoin(
            ", ",
            cause.Kinds.Select(kind => $"{Figures.Count(kind.Count)} {ChangeWords.Of(kind.What, report.IsPreview())}")
        );
        foreach (var edit in cause.Edits.Take(MostNames))
            line.Append(". ").Append(MarkdownText.Sentence(edit).TrimEnd('.', '\\'));
        if (!cause.Rules.IsEmpty)
            line.Append(". By ").AppendJoin(", ", cause.Rules.Take(MostNames).Select(MarkdownText.Code));
        if (!cause.Examples.IsEmpty)
            line.Append(". For example ").AppendJoin(", ", cause.Examples.Take(MostNames).Select(MarkdownText.Code));
        return line.Append(". Cause ").Append(MarkdownText.Code(cause.Id)).ToString();
    }

    private static string Edit(EditWords edit) =>
        $"- {MarkdownText.Sentence(edit.Change)} {MarkdownText.Sentence(edit.Area)} {MarkdownText.Code(edit.Name)}: {MarkdownText.Sentence(edit.Sentence)}";

    private static IEnumerable<string> Moves(IEnumerable<Transfer> transfers) =>
        transfers
            .Where(transfer => !string.Equals(transfer.Before, transfer.After, StringComparison.Ordinal))
            .OrderByDescending(transfer => transfer.Leads)
            .Select(transfer => $"- {Place(transfer.Before)} → {Place(transfer.After)}: {Figures.Leads(transfer.Leads)}");

    private static string Place(string name) => name.Length == 0 ? "nobody, nowhere" : MarkdownText.Code(name);

    private static string Foot(RunReport report) =>
        $"\n---\n\nRun {MarkdownText.Code(report.Run.Id)}, as of {report.Run.AsOf}, model {MarkdownText.Code(report.Run.ModelName)} "
        + $"({MarkdownText.Code(report.Run.ModelHash)}), lead set {MarkdownText.Code(report.Run.LeadSetHash)}, "
        + $"engine {MarkdownText.Code(report.Run.EngineVersion)}. All leads are synthetic.\n";
}
