using System.Collections.Immutable;
using System.Text;
using ScoreGuard.Domain.Diagnostics;
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
            yield return Section("Why it could not judge", report.Diagnostics, Problem);
        yield return Section("Who has to act", report.Actions, action => "- " + MarkdownText.Sentence(action));
        yield return Section<string>("Outcomes", OutcomesWords.Of(report) is { } outcomes ? [outcomes] : [], Outcomes);
        yield return Section("What to type", report.Commands, Command);
        if (!broken)
        {
            if (report.Sales is { } sales && report.IsCompared())
                yield return Section("Reaching Sales", [sales], line => SalesWords.Of(line, MarkdownText.Name));
            yield return Section("Why", report.Causes, cause => Cause(cause, report));
            yield return Section(
                "What all of them have in common",
                TraitWords.OfAll(report, MarkdownText.Code),
                sentence => "- " + sentence
            );
            yield return Section(MarkdownText.Sentence(EditsWords.Title(report)), report.Edits, Edit);
            yield return Section("Stages", Moves(report, report.Stages), move => Move(move, "no stage"));
            yield return Section("Labels", Labels(report), label => label);
            yield return Section("Who gets the leads", Moves(report, report.Routes), move => Move(move, "nobody"));
            yield return Section("Warnings", report.Diagnostics, Problem);
        }

        yield return Foot(report);
    }

    /// <summary>Only as many items become lines as are printed: there may be very many.</summary>
    private static string Section<T>(string title, ImmutableArray<T> items, Func<T, string> line)
    {
        if (items.IsEmpty)
            return "";

        var text = new StringBuilder("\n### ").Append(title).Append("\n\n");
        foreach (var item in items.Take(MostRows))
            text.Append(line(item)).Append('\n');
        if (items.Length > MostRows)
            text.Append("- and ").Append(Figures.Count(items.Length - MostRows)).Append(" more\n");
        return text.ToString();
    }

    private static string Outcomes(string words) => $"- {words} {MarkdownText.Code(ReportFiles.OutcomesCsvName)}.";

    private static string Problem(Diagnostic problem) => "- " + MarkdownText.Sentence(problem.ToString());

    private static string Command(CommandHint hint) =>
        $"- {MarkdownText.Sentence(hint.Purpose)}: {MarkdownText.Code(hint.Command)}";

    private static string Cause(Cause cause, RunReport report)
    {
        var line = new StringBuilder("- **").Append(Figures.Leads(cause.Leads)).Append("**: ");
        line.AppendJoin(
            ", ",
            cause.Kinds.Select(kind =>
                (cause.Kinds.Length == 1 ? "" : Figures.Count(kind.Count) + " ")
                + ChangeWords.Of(kind.What, report.IsPreview())
            )
        );
        foreach (var edit in cause.Edits.Take(MostNames))
            line.Append(". ").Append(MarkdownText.Sentence(edit).TrimEnd('.', '\\'));
        if (!cause.Rules.IsEmpty)
            line.Append(". By ").AppendJoin(", ", cause.Rules.Take(MostNames).Select(MarkdownText.Code));
        foreach (var sentence in TraitWords.Of(cause, MarkdownText.Code))
            line.Append(". ").Append(sentence.TrimEnd('.'));
        var examples = cause.Examples.Take(MostNames).Select(MarkdownText.Code).ToList();
        if (examples.Count > 0)
            line.Append(". For example ").AppendJoin(", ", examples);
        if (examples.Count > 0 && cause.Leads > examples.Count)
            line.Append($" and {Figures.Count(cause.Leads - examples.Count)} more");
        return line.Append(". Cause ").Append(MarkdownText.Code(cause.Id)).ToString();
    }

    private static string Edit(EditWords edit) =>
        $"- {MarkdownText.Sentence(edit.Change)} {MarkdownText.Sentence(edit.Area)} {MarkdownText.Code(edit.Name)}: {MarkdownText.Sentence(edit.Sentence)}";

    /// <summary>Where nothing was compared, how many leads have which.</summary>
    private static ImmutableArray<string> Labels(RunReport report) =>
        [
            .. report
                .Labels.SelectMany(labels => labels.Moves, (labels, move) => (labels.Dimension, move))
                .Select(label =>
                    $"- {MarkdownText.Code(label.Dimension)}: "
                    + (
                        report.IsCompared()
                            ? From(label.move, "no label")
                            : $"{Place(label.move.After, "no label")}: {Figures.Leads(label.move.Leads)}"
                    )
                ),
        ];

    private static ImmutableArray<Transfer> Moves(RunReport report, ImmutableArray<Transfer> transfers) =>
        report.IsCompared()
            ?
            [
                .. transfers
                    .Where(transfer => !string.Equals(transfer.Before, transfer.After, StringComparison.Ordinal))
                    .OrderByDescending(transfer => transfer.Leads),
            ]
            : [];

    private static string Move(Transfer move, string nowhere) => $"- {From(move, nowhere)}";

    private static string From(Transfer move, string nowhere) =>
        $"{Place(move.Before, nowhere)} → {Place(move.After, nowhere)}: {Figures.Leads(move.Leads)}";

    private static string Place(string name, string nowhere) => name.Length == 0 ? nowhere : MarkdownText.Code(name);

    private static string Model(RunReport report) =>
        report.HasModel()
            ? $"model {MarkdownText.Code(report.Run.ModelName)} ({MarkdownText.Code(report.Run.ModelHash)}), "
            : "";

    private static string Foot(RunReport report) =>
        $"\n---\n\nRun {MarkdownText.Code(report.Run.Id)}, as of {report.Run.AsOf}, {Model(report)}lead set {MarkdownText.Code(report.Run.LeadSetHash)}, "
        + $"engine {MarkdownText.Code(report.Run.EngineVersion)}. All leads are synthetic.\n";
}
