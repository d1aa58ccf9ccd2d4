using ScoreGuard.Domain.Notifications;

namespace ScoreGuard.Application.Notifications;

/// <summary>What came of telling a run.</summary>
public abstract record NewsOutcome
{
    private NewsOutcome() { }

    /// <summary>There is a mail of it in the outbox, from now or from an earlier call.</summary>
    public sealed record Queued(OutgoingMail Mail) : NewsOutcome;

    /// <summary>It is no news.</summary>
    public sealed record Quiet(QuietReason Reason) : NewsOutcome;
}
