using ScoreGuard.Domain;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Mail;

/// <summary>The digest as its two templates read it.</summary>
internal sealed record DigestView(
    string Subject,
    string Preheader,
    MailVerdict Verdict,
    MailTable? Workspaces,
    IReadOnlyList<string> Foot
)
{
    private const int MostUnsent = 3;

    /// <summary>What somebody has to act on comes first.</summary>
    private static readonly Verdict[] Gravest =
    [
        Domain.Runs.Verdict.Broken,
        Domain.Runs.Verdict.Drift,
        Domain.Runs.Verdict.NoBaseline,
        Domain.Runs.Verdict.Approved,
        Domain.Runs.Verdict.Resolved,
        Domain.Runs.Verdict.Passed,
    ];

    public static DigestView Of(WeeklyDigest digest, int most)
    {
        var count = digest.Workspaces.Length;
        var workspaces = count == 1 ? "1 workspace" : $"{Figures.Count(count)} workspaces";
        var standing = Standing(digest);
        return new(
            $"[weekly] {workspaces}: {standing}",
            $"How {workspaces} stand: {standing}.",
            new(
                MailColours.Of(digest.Workspaces.Any(NeedsSomebody) ? Tone.Attention : Tone.Calm),
                "",
                "The week in all workspaces",
                $"{workspaces}: {standing}",
                "The last verdict of each, what happened in the week, and how old its approved baseline is.",
                $"From {MailVerdict.Minute(digest.From)} to {MailVerdict.Minute(digest.To)}.",
                Reason: null
            ),
            MailTable.Of(
                ("Workspaces", null, "Last verdict", "Workspace, and its week"),
                [.. digest.Workspaces.OrderBy(Gravity).ThenBy(workspace => workspace.Name, StringComparer.Ordinal)],
                most,
                workspace => Row(workspace, digest.To),
                rest => MailTable.Others(rest.Count, "workspace", "workspaces")
            ),
            ["ScoreGuard writes this every week, also when nothing happened: a week without it is news."]
        );
    }

    private static int Gravity(DigestWorkspace workspace) =>
        workspace switch
        {
            { Problem: not null } => -1,
            { Last: { } last } => Array.IndexOf(Gravest, last.Verdict),
            _ => Gravest.Length,
        };

    private static bool NeedsSomebody(DigestWorkspace workspace) =>
        workspace is { Problem: not null } or { Unsent.IsEmpty: false }
        || workspace.Last?.Verdict
            is Domain.Runs.Verdict.Broken
                or Domain.Runs.Verdict.Drift
                or Domain.Runs.Verdict.NoBaseline;

    private static string Standing(WeeklyDigest digest)
    {
        var standing = digest
            .Workspaces.GroupBy(Gravity)
            .OrderBy(group => group.Key)
            .Select(group => $"{Figures.Count(group.Count())} {Word(group.First())}");
        return digest.Workspaces.IsEmpty ? "none" : string.Join(", ", standing);
    }

    private static string Word(DigestWorkspace workspace) =>
        workspace switch
        {
            { Problem: not null } => "damaged",
            { Last: { } last } => SubjectLine.Tag(last.Verdict),
            _ => "never ran",
        };

    private static MailRow Row(DigestWorkspace workspace, Instant now) =>
        new(Word(workspace), MailWords.Name(workspace.Name), [.. Details(workspace, now)]);

    private static IEnumerable<string> Details(DigestWorkspace workspace, Instant now)
    {
        if (workspace.Problem is { } problem)
        {
            yield return "Its store cannot be read: " + MailWords.Sentence(problem);
            yield break;
        }

        if (workspace.Last is { } last)
            yield return $"{MailWords.Sentence(last.Headline)} ({MailVerdict.Minute(last.At)})";
        yield return workspace.Runs.IsEmpty
            ? "No run in the week."
            : "Runs in the week: "
                + string.Join(
                    ", ",
                    workspace.Runs.Select(runs => $"{Figures.Count(runs.Count)} {SubjectLine.Tag(runs.What)}")
                );
        yield return workspace.Baseline is { } baseline
            ? $"Baseline version {Figures.Count(baseline.Version)}, approved {MailVerdict.Minute(baseline.ApprovedAt)}: {Age(baseline.ApprovedAt, now)}."
            : "No baseline is approved.";
        foreach (var unsent in workspace.Unsent.Take(MostUnsent))
            yield return $"Mail of run {MailWords.Name(unsent.Run)}: {MailWords.Sentence(DeliveryWords.Of(unsent.Delivery))}";
        if (workspace.Unsent.Length > MostUnsent)
            yield return MailTable.Others(
                workspace.Unsent.Length - MostUnsent,
                "mail did not certainly arrive",
                "mails did not certainly arrive"
            );
    }

    private static string Age(Instant approved, Instant now)
    {
        var days = Math.Max(0, (now.UnixMilliseconds - approved.UnixMilliseconds) / Instant.MillisecondsPerDay);
        return days switch
        {
            0 => "today",
            1 => "1 day old",
            _ => $"{Figures.Count(days)} days old",
        };
    }
}
