using ScoreGuard.Domain.Drift;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Csv;

/// <summary><c>drift.csv</c>: a row for each changed lead, RFC 4180, UTF-8, written as they come, whatever their number.</summary>
/// <remarks>
/// A cell that a spreadsheet would take for a formula begins with an apostrophe; cells that are numbers stay numbers.
/// Columns: docs/drift-csv.md.
/// </remarks>
/// <param name="writer">Stays the caller's to flush and dispose.</param>
/// <param name="columns">Two columns for each score and for each label.</param>
public sealed class DriftCsv(TextWriter writer, ChangeColumns columns)
{
    public void WriteHeader()
    {
        writer.Write("lead,change,cause,stage_before,stage_after,grade_before,grade_after,route_before,route_after");
        foreach (var dimension in columns.Dimensions)
        {
            Next(dimension + "_before");
            Next(dimension + "_after");
        }

        foreach (var dimension in columns.Labels)
        {
            Next(dimension + "_label_before");
            Next(dimension + "_label_after");
        }

        writer.Write(",error_before,error_after,fields,rules");
        writer.Write(CsvCell.LineEnd);
    }

    public void WriteRow(LeadChange change)
    {
        var (before, after) = (change.Before, change.After);
        CsvCell.Write(writer, change.Lead);
        Next(Codes.Of(change.Kind));
        Next(change.Cause);
        Next(before?.Stage);
        Next(after?.Stage);
        Next(before?.Grade);
        Next(after?.Grade);
        Next(OutcomeParts.LastRoute(before));
        Next(OutcomeParts.LastRoute(after));
        foreach (var dimension in columns.Dimensions)
        {
            Next(OutcomeParts.Score(before, dimension));
            Next(OutcomeParts.Score(after, dimension));
        }

        foreach (var dimension in columns.Labels)
        {
            Next(OutcomeParts.Label(before, dimension));
            Next(OutcomeParts.Label(after, dimension));
        }

        Next(before?.Error?.Code);
        Next(after?.Error?.Code);
        Next(string.Join("; ", change.Fields));
        Next(string.Join("; ", change.Rules.Select(Rule)));
        writer.Write(CsvCell.LineEnd);
    }

    private static string Rule(RuleDelta rule) =>
        $"{rule.Rule}: {Figures.Plain(rule.Before)} -> {Figures.Plain(rule.After)}";

    private void Next(string? text) => CsvCell.WriteNext(writer, text);

    private void Next(decimal? number) => CsvCell.WriteNext(writer, number);
}
