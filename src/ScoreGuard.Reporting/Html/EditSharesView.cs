using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Html;

/// <summary>How many leads each edit had a part in: many causes are often the work of few edits.</summary>
/// <param name="Unexplained">Leads that no edit had a part in; null: there are none.</param>
internal sealed record EditSharesView(IReadOnlyList<EditShareView> Edits, string? More, EditShareView? Unexplained)
{
    private const int Most = 10;

    /// <returns>Null where no cause names an edit, or where the causes tell it as shortly.</returns>
    public static EditSharesView? Of(RunReport report)
    {
        var edits = report
            .Causes.SelectMany(cause => cause.Edits.Distinct(StringComparer.Ordinal), (cause, edit) => (cause, edit))
            .GroupBy(pair => pair.edit, pair => pair.cause, StringComparer.Ordinal)
            .Select(group => (Sentence: group.Key, Causes: group.ToList()))
            .OrderByDescending(edit => edit.Causes.Sum(cause => (long)cause.Leads))
            .ThenBy(edit => edit.Sentence, StringComparer.Ordinal)
            .ToList();
        if (edits.Count == 0 || edits.Count >= report.Causes.Length)
            return null;

        var unexplained = report.Causes.Where(cause => cause.Edits.IsEmpty).ToList();
        return new(
            [.. edits.Take(Most).Select(edit => EditShareView.Of(edit.Sentence, edit.Causes, report.IsPreview()))],
            edits.Count > Most ? $"{Figures.Count(edits.Count - Most)} more edits had a part." : null,
            unexplained.Count == 0 ? null : EditShareView.Of("No edit of the model.", unexplained, report.IsPreview())
        );
    }
}

/// <param name="Kinds">What happened to these leads, gravest first.</param>
internal sealed record EditShareView(string Sentence, string Leads, string Kinds)
{
    public static EditShareView Of(string sentence, IReadOnlyList<Cause> causes, bool preview)
    {
        var kinds = causes
            .SelectMany(cause => cause.Kinds)
            .GroupBy(kind => kind.What, kind => kind.Count)
            .OrderBy(kind => kind.Key)
            .Select(kind => $"{Figures.Count(kind.Sum())} {ChangeWords.Of(kind.Key, preview)}");
        return new(
            Shown.Sentence(sentence),
            Figures.Count(causes.Sum(cause => (long)cause.Leads)),
            string.Join(", ", kinds)
        );
    }
}
