using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Mail;

/// <summary>The movement in figures.</summary>
internal static class MailFigures
{
    /// <returns>Null where nothing was replayed, or nothing may be concluded from it.</returns>
    public static MailBars? Of(RunReport report)
    {
        if (report.Verdict == Verdict.Broken || report.Counts.Leads == 0)
            return null;

        var bars = report.IsCompared() ? Compared(report.Counts, report.IsPreview()) : Replayed(report);
        var leads = Figures.Leads(report.Counts.Leads);
        return new(
            Heading: null,
            Intro: null,
            "What became of them",
            [.. bars],
            $"Of {leads}, every one of them synthetic."
        );
    }

    /// <summary>How many leads reach Sales, before and now; null where that did not move.</summary>
    public static MailBars? Sales(RunReport report)
    {
        if (!report.IsCompared() || report.Sales is not { } sales || sales is { Gained: 0, Lost: 0 })
            return null;

        var most = Math.Max(sales.Before, sales.After);
        return new(
            "Reaching Sales",
            SalesWords.Of(sales, MailWords.Name),
            "When",
            [
                MailBar.Of(Figures.Count(sales.Before), "before", MailColours.Before, sales.Before, most),
                MailBar.Of(Figures.Count(sales.After), "now", MailColours.After, sales.After, most),
            ],
            Foot: null
        );
    }

    private static IEnumerable<MailBar> Compared(DriftCounts counts, bool preview)
    {
        var (gained, lost) = preview
            ? ("would newly reach Sales", "would no longer reach Sales")
            : ("now reach Sales", "no longer reach Sales");
        return
        [
            Bar(Figures.Signed(counts.Gained), gained, MailColours.Gained, counts.Gained),
            Bar(Figures.Signed(-counts.Lost), lost, MailColours.Lost, counts.Lost),
            Bar(
                Figures.Count(counts.ChangedOtherwise),
                "changed in another way",
                MailColours.Other,
                counts.ChangedOtherwise
            ),
            Bar(Figures.Count(counts.Unchanged), "unchanged", MailColours.Same, counts.Unchanged),
        ];

        MailBar Bar(string number, string words, string colour, long leads) =>
            MailBar.Of(number, words, colour, leads, counts.Leads);
    }

    private static IEnumerable<MailBar> Replayed(RunReport report)
    {
        var leads = report.Counts.Leads;
        var words = leads == 1 ? "lead replayed" : "leads replayed";
        yield return MailBar.Of(Figures.Count(leads), words, MailColours.Same, leads, leads);
        if (report.Sales is { } sales)
            yield return MailBar.Of(Figures.Count(sales.After), "reach Sales", MailColours.After, sales.After, leads);
    }
}
