using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Html;

/// <summary>The big figures, the strip that shows their proportions, and what the changed ones mean for people.</summary>
/// <param name="Total">"1,000 leads".</param>
/// <param name="Others">Leads into <paramref name="Kinds"/>: what the leads changed in that did not cross the Sales line.</param>
public sealed record FiguresView(
    string Total,
    IReadOnlyList<FigureView> Figures,
    IReadOnlyList<SegmentView> Strip,
    string Others,
    IReadOnlyList<KindView> Kinds
)
{
    internal static FiguresView? Of(RunReport report)
    {
        var counts = report.Counts;
        if (report.Verdict == Verdict.Broken || (!report.IsCompared() && counts.Leads == 0))
            return null;

        if (!report.IsCompared())
            return new(Words.Figures.Leads(counts.Leads), WithoutBaseline(report), [], "", []);

        var preview = report.IsPreview();
        var figures = counts.ToFigures();
        return new(
            Words.Figures.Leads(counts.Leads),
            FigureView.Of(figures, preview),
            SegmentView.Strip(figures),
            KindsHeading(counts),
            [.. Listed(counts).Select(kind => KindView.Of(kind, preview))]
        );
    }

    /// <summary>
    /// A lead that is new, gone or ends in an error counts under that, and may have crossed the Sales line besides; then only
    /// the list of all kinds sums to something that the reader sees.
    /// </summary>
    private static bool KindsMatchFigures(DriftCounts counts) =>
        CountOf(counts, ChangeKind.SalesGained) == counts.Gained
        && CountOf(counts, ChangeKind.SalesLost) == counts.Lost;

    private static long CountOf(DriftCounts counts, ChangeKind kind) =>
        counts.ByKind.Where(count => count.What == kind).Sum(count => count.Count);

    private static string KindsHeading(DriftCounts counts) =>
        !KindsMatchFigures(counts)
            ? $"All {Words.Figures.Count(counts.Changed())} that changed, by the gravest thing about each:"
        : counts.ChangedOtherwise == 1 ? "The one that changed in another way:"
        : $"The {Words.Figures.Count(counts.ChangedOtherwise)} that changed in another way:";

    private static IEnumerable<CountOf<ChangeKind>> Listed(DriftCounts counts) =>
        KindsMatchFigures(counts)
            ? counts.ByKind.Where(kind => kind.What is not (ChangeKind.SalesGained or ChangeKind.SalesLost))
            : counts.ByKind;

    private static List<FigureView> WithoutBaseline(RunReport report)
    {
        var figures = new List<FigureView>
        {
            new(
                "",
                Words.Figures.Count(report.Counts.Leads),
                report.Counts.Leads == 1 ? "lead replayed" : "leads replayed"
            ),
        };
        if (report.Sales is { } sales)
            figures.Add(new("", Words.Figures.Count(sales.After), "reach Sales"));
        return figures;
    }
}

/// <param name="Part">The strip's segment that it labels: a class of the style sheet; empty: none.</param>
public sealed record FigureView(string Part, string Number, string Words)
{
    /// <summary>The four of a run that was compared; they sum to its leads.</summary>
    internal static IReadOnlyList<FigureView> Of(DriftFigures figures, bool preview) =>
        [
            new(
                Shade("gained", figures.Gained),
                Reporting.Words.Figures.Signed(figures.Gained),
                preview ? "would newly reach Sales" : "now reach Sales"
            ),
            new(
                Shade("lost", figures.Lost),
                Reporting.Words.Figures.Signed(-figures.Lost),
                preview ? "would no longer reach Sales" : "no longer reach Sales"
            ),
            new(
                Shade("other", figures.ChangedOtherwise),
                Reporting.Words.Figures.Count(figures.ChangedOtherwise),
                "changed in another way"
            ),
            new("same", Reporting.Words.Figures.Count(figures.Unchanged), "unchanged"),
        ];

    /// <summary>A zero is not coloured: there is nothing to be glad or sorry about.</summary>
    private static string Shade(string part, long leads) => leads == 0 ? part + " zero" : part;
}

/// <summary>A stretch of the strip, in percent of its width.</summary>
public sealed record SegmentView(string Part, string From, string Width)
{
    internal static IReadOnlyList<SegmentView> Strip(DriftFigures counts)
    {
        var segments = new List<SegmentView>();
        var from = 0L;
        Add("gained", counts.Gained);
        Add("lost", counts.Lost);
        Add("other", counts.ChangedOtherwise);
        Add("same", counts.Unchanged);
        return segments;

        void Add(string part, long leads)
        {
            if (leads > 0)
                segments.Add(
                    new(part, Words.Figures.Percent(from, counts.Leads), Words.Figures.Percent(leads, counts.Leads))
                );
            from += leads;
        }
    }
}

public sealed record KindView(string Number, string Words)
{
    internal static KindView Of(CountOf<ChangeKind> kind, bool preview) =>
        new(Reporting.Words.Figures.Count(kind.Count), ChangeWords.Of(kind.What, preview));
}
