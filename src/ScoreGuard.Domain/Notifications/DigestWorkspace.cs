using System.Collections.Immutable;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Domain.Notifications;

/// <summary>One workspace's week.</summary>
/// <param name="Name">Hostile text.</param>
/// <param name="Last">Its last run ever, previews aside; null: it never ran.</param>
/// <param name="Runs">Runs of the week by verdict, in the order of verdicts, previews aside; none with 0.</param>
/// <param name="Unsent">Mails of the week's runs that did not certainly arrive with every receiver.</param>
/// <param name="Problem">Why nothing else is known of it: its store is damaged; null otherwise.</param>
public sealed record DigestWorkspace(
    string Name,
    DigestRun? Last,
    ImmutableArray<CountOf<Verdict>> Runs,
    DigestBaseline? Baseline,
    ImmutableArray<UnsentMail> Unsent,
    string? Problem
);

public sealed record DigestRun(string Id, Verdict Verdict, string Headline, Instant At);

public sealed record DigestBaseline(int Version, Instant ApprovedAt);

/// <param name="Delivery">Neither sent to every receiver nor on its first attempt.</param>
public sealed record UnsentMail(string Run, MailDelivery Delivery);
