using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Csv;

/// <summary><c>outcomes.csv</c>: a row for each lead with what became of it, written as they come, with the guards of <see cref="DriftCsv"/>.</summary>
/// <remarks>Columns: docs/outcomes-csv.md.</remarks>
/// <param name="writer">Stays the caller's to flush and dispose.</param>
public sealed class OutcomesCsv(TextWriter writer, OutcomeColumns columns)
{
    public void WriteHeader()
    {
        writer.Write("lead,persona");
        foreach (var attribute in columns.Attributes)
            CsvCell.WriteNext(writer, attribute);
        writer.Write(",stage");
        foreach (var dimension in columns.Dimensions)
            CsvCell.WriteNext(writer, dimension);
        foreach (var dimension in columns.Labels)
            CsvCell.WriteNext(writer, dimension + "_label");
        writer.Write(",grade,route,error");
        writer.Write(CsvCell.LineEnd);
    }

    public void WriteRow(OutcomeRow row)
    {
        var outcome = row.Outcome;
        CsvCell.Write(writer, outcome.Lead);
        CsvCell.WriteNext(writer, row.Persona);
        foreach (var attribute in row.Attributes)
            CsvCell.WriteNext(writer, attribute);
        CsvCell.WriteNext(writer, outcome.Stage);
        foreach (var dimension in columns.Dimensions)
            CsvCell.WriteNext(writer, OutcomeParts.Score(outcome, dimension));
        foreach (var dimension in columns.Labels)
            CsvCell.WriteNext(writer, OutcomeParts.Label(outcome, dimension));
        CsvCell.WriteNext(writer, outcome.Grade);
        CsvCell.WriteNext(writer, OutcomeParts.LastRoute(outcome));
        CsvCell.WriteNext(writer, outcome.Error?.Code);
        writer.Write(CsvCell.LineEnd);
    }
}
