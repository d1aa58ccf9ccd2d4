using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Html;

/// <summary>Groups of leads that the same thing moved, largest first.</summary>
/// <param name="Common">What all changed leads have in common, where there are several groups and no model says more.</param>
internal sealed record CausesView(
    string Summary,
    IReadOnlyList<string> Common,
    EditSharesView? Edits,
    IReadOnlyList<CauseView> Causes,
    string? More
)
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
            TraitWords.OfAll(report, Shown.Quoted),
            EditSharesView.Of(report),
            [.. report.Causes.Take(Most).Select(cause => CauseView.Of(cause, report))],
            rest.Count == 0
                ? null
                : $"{Figures.Count(rest.Count)} more {(rest.Count == 1 ? "group" : "groups")} with {Figures.Leads(rest.Sum(cause => (long)cause.Leads))}: all in report.json, and in the column “cause” of drift.csv."
        );
    }
}

/// <param name="Edits">Empty: no edit made it, and <paramref name="NoEdit"/> says so, and what is known besides.</param>
internal sealed record CauseView(
    string Leads,
    string Unit,
    string Kinds,
    IReadOnlyList<string> Edits,
    IReadOnlyList<string> NoEdit,
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
            [.. TraitWords.Of(cause), Shown.Sentence(report.Unexplained())],
            NamesView.Of(cause.Rules, cause.Rules.Length),
            cause.Fields.IsEmpty ? null : string.Join(", ", cause.Fields.Take(MostFields).Select(ChangeWords.OfField)),
            NamesView.Of(cause.Examples, cause.Leads),
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

    /// <param name="names">Not all of them perhaps.</param>
    /// <param name="of">How many there are in all.</param>
    public static NamesView? Of(IReadOnlyList<string> names, long of)
    {
        if (names.Count == 0)
            return null;

        var shown = names.Take(Most).Select(Shown.Name).ToList();
        return new(shown, of > shown.Count ? $"and {Figures.Count(of - shown.Count)} more" : null);
    }
}
