using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Html;

/// <summary>What changed in the model, or in the platform's configuration, since the baseline, in words.</summary>
/// <param name="Nothing">Said where the model is the same although outcomes moved; null otherwise.</param>
internal sealed record EditsView(string Title, IReadOnlyList<EditView> Edits, string? More, string? Nothing)
{
    private const int Most = 40;

    public static EditsView? Of(RunReport report)
    {
        if (report.Edits.IsEmpty)
            return report.IsCompared() && report.HasModel() && report.Counts.Changed() > 0 && report.SameModel()
                ? new(
                    Shown.Sentence(EditsWords.Title(report)),
                    [],
                    More: null,
                    "Nothing: the model is the same, byte for byte, as the baseline’s. The platform or the engine behaves differently."
                )
                : null;

        var more = report.Edits.Length - Most;
        return new(
            Shown.Sentence(EditsWords.Title(report)),
            [.. report.Edits.Take(Most).Select(EditView.Of)],
            more > 0 ? $"{Figures.Count(more)} more are in report.json." : null,
            Nothing: null
        );
    }
}

internal sealed record EditView(string Change, string Area, string Name, string Sentence)
{
    public static EditView Of(EditWords edit) =>
        new(Shown.Name(edit.Change), Shown.Name(edit.Area), Shown.Name(edit.Name), Shown.Sentence(edit.Sentence));
}
