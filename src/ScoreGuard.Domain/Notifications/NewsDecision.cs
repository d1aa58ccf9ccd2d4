namespace ScoreGuard.Domain.Notifications;

/// <summary>Whether a run is news.</summary>
public abstract record NewsDecision
{
    private NewsDecision() { }

    /// <param name="Thread">The thread that it goes on with; null: it begins one.</param>
    /// <param name="ClosesThread">The story ends with it.</param>
    public sealed record Send(string Fingerprint, string? Thread, bool ClosesThread) : NewsDecision;

    /// <param name="ClosesThread">Something was open, and is over without a mail.</param>
    public sealed record Quiet(QuietReason Reason, bool ClosesThread) : NewsDecision;
}
