using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Html;

/// <summary>Groups of leads that the same thing moved, largest first.</summary>
internal sealed record CausesView(string Summary, EditSharesView? Edits, IReadOnlyList<CauseView> Causes, string? More)
{
    private const int Most = 8;

    public static CausesView? Of(RunReport report)
    {
        if (report.Causes.IsEmpty)
            return null;

        var rest = report.Causes.Skip(Most).ToList();
        return new(
            $"{Figures.Leads(report.Counts.Changed())} moved, in {(report.Causes.Length == 1 ? "one group" : Figures.Count(report.Causes.Length) + " groups")} "
                + "whose leads the same thing moved in the same way.",
            EditSharesView.Of(report),
            [.. report.Causes.Take(Most).Select(cause => CauseView.Of(cause, report))],
            rest.Count == 0
                ? null
                : $"{Figures.Count(rest.Count)} more {(rest.Count == 1 ? "group" : "groups")} with {Figures.Leads(rest.Sum(cause => (long)cause.Leads))}: all in report.json, and in the column “cause” of drift.csv."
        );
    }
}

/// <param name="Edits">Empty: no edit made it, and <paramref name="NoEdit"/> says so.</param>
internal sealed record CauseView(
    string Leads,
    string Unit,
    string Kinds,
    IReadOnlyList<string> Edits,
    string NoEdit,
    NamesView? Rules,
    string? Fields,
    NamesView? Examples,
    string Id
)
{
    private const int MostEdits = 4;
    private const int MostFields = 12;

    public static CauseView Of(Cause cause, RunReport report) =>
        new(
            Figures.Count(cause.Leads),
            cause.Leads == 1 ? "lead" : "leads",
            string.Join(", ", cause.Kinds.Select(kind => Kind(kind, cause, report))),
            [.. cause.Edits.Take(MostEdits).Select(Shown.Sentence)],
            Shown.Sentence(report.Unexplained()),
            NamesView.Of(cause.Rules),
            cause.Fields.IsEmpty ? null : string.Join(", ", cause.Fields.Take(MostFields).Select(ChangeWords.OfField)),
            NamesView.Of(cause.Examples),
            Shown.Name(cause.Id)
        );

    /// <summary>Where all leads of the cause are of one kind, its count is the card's own.</summary>
    private static string Kind(CountOf<ChangeKind> kind, Cause cause, RunReport report)
    {
        var words = ChangeWords.Of(kind.What, report.IsPreview());
        return cause.Kinds.Length == 1 ? words : $"{Figures.Count(kind.Count)} {words}";
    }
}

/// <summary>Some names, and how many more there are.</summary>
internal sealed record NamesView(IReadOnlyList<string> Names, string? More)
{
    private const int Most = 6;

    public static NamesView? Of(IReadOnlyList<string> names) =>
        names.Count == 0
            ? null
            : new(
                [.. names.Take(Most).Select(Shown.Name)],
                names.Count > Most ? $"and {Figures.Count(names.Count - Most)} more" : null
            );
}
