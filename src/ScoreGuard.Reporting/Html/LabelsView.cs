using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Html;

/// <summary>Which labels leads got; where outcomes were compared, which in the place of which.</summary>
internal sealed record LabelsView(IReadOnlyList<LabelView> Dimensions)
{
    private const int Most = 6;

    public static LabelsView? Of(RunReport report)
    {
        var views = report
            .Labels.Take(Most)
            .Select(labels => LabelView.Of(labels, report))
            .Where(view => view.Moves is not null || view.Now.Count > 0)
            .ToList();
        return views.Count == 0 ? null : new(views);
    }
}

/// <param name="Moves">Null where nothing was compared.</param>
/// <param name="Now">Leads a label where nothing was compared.</param>
internal sealed record LabelView(string Dimension, MovesView? Moves, IReadOnlyList<TotalView> Now)
{
    private const string NoLabel = "(no label)";

    public static LabelView Of(LabelTransfers labels, RunReport report)
    {
        var dimension = Shown.Name(labels.Dimension);
        if (report.IsCompared())
            return new(dimension, MovesView.Of(labels.Moves, NoLabel), []);

        var none = report.Counts.Leads - labels.Moves.Sum(move => move.Leads);
        return new(
            dimension,
            Moves: null,
            TotalView.After(none > 0 ? [.. labels.Moves, new("", "", none)] : labels.Moves, NoLabel)
        );
    }
}
