using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting.Mail;
using ScoreGuard.Testing.Reports;

namespace ScoreGuard.Reporting.Tests.Mail;

/// <summary>Every mail there is, and mails read back as an inbox reads them.</summary>
internal static class Mails
{
    public static Uri Page { get; } =
        new("https://guard.example.com/api/ui/runs/20260310T060000123Z-9f2c41ab?workspace=acme&tab=1");

    public static IReadOnlyDictionary<string, MailContent> All { get; } =
        new Dictionary<string, MailContent>(StringComparer.Ordinal)
        {
            ["drift"] = NewsMail.Write(SomeReport.Drift(), new(Page)),
            ["drift-without-page"] = NewsMail.Write(SomeReport.Drift(), new(null, GoesOn: true)),
            ["approved"] = NewsMail.Write(SomeReport.Approved(), new(Page, GoesOn: true)),
            ["resolved"] = NewsMail.Write(SomeReport.Resolved(), new(Page, GoesOn: true)),
            ["no-baseline"] = NewsMail.Write(SomeReport.NoBaseline(), MailLinks.None),
            ["broken"] = NewsMail.Write(SomeReport.Broken(), MailLinks.None),
            ["hostile"] = NewsMail.Write(HostileReport.Drift(), MailLinks.None),
            ["hostile-broken"] = NewsMail.Write(HostileReport.Broken(), MailLinks.None),
            ["replay-drift"] = NewsMail.Write(SomeReport.ReplayDrift(), new(Page)),
            ["replay-first"] = NewsMail.Write(SomeReport.ReplayFirst(), MailLinks.None),
            ["weekly"] = DigestMail.Write(Digest("acme-b2b")),
            ["hostile-weekly"] = DigestMail.Write(Digest(HostileReport.Texts[0])),
        };

    public static TheoryData<string> Names => [.. All.Keys];

    public static WeeklyDigest Digest(string name) =>
        new(
            At(0),
            At(7),
            [
                new(
                    "quiet-one",
                    new("r", Verdict.Passed, "All 1,000 leads end as approved", At(6)),
                    [new(Verdict.Passed, 168)],
                    new(4, At(6)),
                    [],
                    null
                ),
                new(
                    name,
                    new("r", Verdict.Drift, $"MQL +37 / −12 of 1,000 leads {name}", At(6)),
                    [new(Verdict.Passed, 5), new(Verdict.Drift, 2)],
                    new(3, At(-36)),
                    [
                        new(
                            "20260310T060000123Z-9f2c41ab",
                            new(MailState.GivenUp, 1, At(6), null, $"The server refused the password. {name}", "")
                        ),
                        new(
                            "20260311T060000123Z-9f2c41ab",
                            new(MailState.Uncertain, 2, At(6), null, "The connection was lost.", "")
                        ),
                    ],
                    null
                ),
                new("new-one", null, [], null, [], null),
                new("damaged", null, [], null, [], "runs/1.json: it is truncated."),
                new(
                    "first-run",
                    new("r", Verdict.NoBaseline, "Nothing approved yet", At(1)),
                    [new(Verdict.NoBaseline, 1)],
                    null,
                    [],
                    null
                ),
            ]
        );

    public static IDocument Document(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>What is read in the body; the preheader is seen in the list of mails only.</summary>
    public static string Seen(string html)
    {
        var document = Document(html);
        foreach (var unseen in document.QuerySelectorAll("[style*='display:none']").ToList())
            unseen.Remove();
        return document.Body!.TextContent;
    }

    public static RunReport Huge()
    {
        var drift = SomeReport.Drift();
        var many = Enumerable.Range(0, 10_000).ToList();
        var name = string.Concat(Enumerable.Repeat("\"'&<>", 120));
        return drift with
        {
            Headline = name,
            Actions = [.. many.Select(_ => name)],
            Counts = new(10_000, 0, 0, 10_000, 0, [new(Domain.Drift.ChangeKind.Score, 10_000)]),
            Stages = [.. many.Select(at => new Transfer(name + at % 100, name + at / 100, 1))],
            Routes = [.. many.Select(at => new Transfer(name + at % 100, name + at / 100, 1))],
            Causes =
            [
                .. many.Select(at => drift.Causes[0] with { Id = $"c-{at}", Leads = 1, Edits = [name, name, name] }),
            ],
            Leads = [.. many.Select(at => HostileReport.Change(name + at))],
            Diagnostics = [.. many.Select(_ => drift.Diagnostics[0] with { Message = name, Path = name, File = name })],
        };
    }

    private static Instant At(int day) => new(1_773_122_400_000 + day * Instant.MillisecondsPerDay);
}
