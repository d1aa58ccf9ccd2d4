using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Mail;

/// <summary>The lists of a report, each as the table that a mail shows.</summary>
internal static class MailTables
{
    private const int MostEdits = 3;
    private const int MostParts = 3;

    public static MailTable? Problems(RunReport report, MailLimits limits)
    {
        var broken = report.Verdict == Verdict.Broken;
        return MailTable.Of(
            (broken ? "Why it could not judge" : "Also worth knowing", null, "Code", "What is wrong, and where"),
            [.. report.Diagnostics.OrderBy(problem => problem.Severity)],
            broken ? limits.Problems : Math.Min(limits.Problems, 3),
            Problem,
            rest => MailTable.Others(rest.Count, "is in the report", "are in the report")
        );
    }

    public static MailTable? Causes(RunReport report, MailLimits limits) =>
        MailTable.Of(
            (
                "Why it moved",
                "Leads that the same thing moved in the same way stand together.",
                "Leads",
                "What happened, and why"
            ),
            report.Causes,
            limits.Causes,
            cause => Cause(cause, report),
            rest =>
                MailTable.Others(
                    rest.Count,
                    "group",
                    "groups",
                    $", with {Figures.Leads(rest.Sum(cause => (long)cause.Leads))}"
                )
        );

    public static MailTable? Stages(RunReport report, MailLimits limits) =>
        Moves("Stages that leads moved between", "(no stage)", report, report.Stages, limits);

    public static MailTable? Routes(RunReport report, MailLimits limits) =>
        Moves("Who gets the leads", "(nobody)", report, report.Routes, limits);

    public static MailTable? Leads(RunReport report, MailLimits limits)
    {
        var changed = report.Counts.Changed();
        var most = Math.Min(limits.Leads, report.Leads.Length);
        return MailTable.Of(
            (
                most < changed
                    ? $"The {Figures.Count(most)} gravest of {Figures.Count(changed)} changed leads"
                    : "Every changed lead",
                null,
                "Lead",
                "What changed"
            ),
            report.IsCompared() ? report.Leads : [],
            most,
            change => Lead(change, report.IsPreview()),
            _ => "The report has the others."
        );
    }

    private static MailRow Problem(Diagnostic problem)
    {
        var line = problem.At is { } at ? $", line {Figures.Plain((long)at.Line)}" : "";
        var path = problem.Path.Length == 0 ? "" : ", at " + MailWords.Name(problem.Path);
        return new(
            MailWords.Name(problem.Code),
            MailWords.Sentence(problem.Message),
            [MailWords.Name(problem.File) + line + path]
        );
    }

    private static MailRow Cause(Cause cause, RunReport report)
    {
        var kinds = cause.Kinds.Select(kind =>
            (cause.Kinds.Length == 1 ? "" : Figures.Count(kind.Count) + " ")
            + ChangeWords.Of(kind.What, report.IsPreview())
        );
        var edits = cause.Edits.Take(MostEdits).ToList();
        if (edits.Count == 0)
            edits.AddRange([.. TraitWords.Of(cause), report.Unexplained()]);

        return new(Figures.Count(cause.Leads), string.Join(", ", kinds), [.. edits.Select(MailWords.Sentence)]);
    }

    private static MailTable? Moves(
        string heading,
        string nowhere,
        RunReport report,
        IEnumerable<Transfer> transfers,
        MailLimits limits
    ) =>
        MailTable.Of(
            (heading, null, "Leads", "From → to"),
            report.IsCompared()
                ?
                [
                    .. transfers
                        .Where(move =>
                            move.Leads > 0 && !string.Equals(move.Before, move.After, StringComparison.Ordinal)
                        )
                        .OrderByDescending(move => move.Leads),
                ]
                : (Transfer[])[],
            limits.Moves,
            move => new(Figures.Count(move.Leads), $"{Place(move.Before, nowhere)} → {Place(move.After, nowhere)}", []),
            rest =>
                MailTable.Others(rest.Count, "move", "moves", $", with {Figures.Leads(rest.Sum(move => move.Leads))}")
        );

    private static string Place(string name, string nowhere) => name.Length == 0 ? nowhere : MailWords.Name(name);

    private static MailRow Lead(LeadChange change, bool preview) =>
        new(
            MailWords.Name(change.Lead),
            ChangeWords.Of(change.Kind, preview),
            [
                .. OutcomeParts
                    .Of(change)
                    .Take(MostParts)
                    .Select(part =>
                        $"{MailWords.Name(part.What)}: {MailWords.Name(part.Before)} → {MailWords.Name(part.After)}"
                    ),
            ]
        );
}
