using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Domain.Notifications;

/// <summary>The one place that decides whether a run is news.</summary>
public static class NewsRules
{
    /// <param name="lastMail">How far the mail that <see cref="NotificationState.LastMail"/> names has come; null: it is gone.</param>
    public static NewsDecision Decide(RunRecord run, NotificationState state, MailDelivery? lastMail, Instant now)
    {
        if (run.Kind == RunKind.Preview)
        {
            return new NewsDecision.Quiet(QuietReason.Preview, ClosesThread: false);
        }

        if (state.IsBeyond(run.Id))
        {
            return new NewsDecision.Quiet(QuietReason.Overtaken, ClosesThread: false);
        }

        if (run.Verdict == Verdict.Passed)
        {
            return new NewsDecision.Quiet(QuietReason.Passed, ClosesThread: state.OpenThread is not null);
        }

        var fingerprint = NewsFingerprint.Of(run);
        return state.LastFingerprint == fingerprint && Arrives(lastMail, now)
            ? new NewsDecision.Quiet(QuietReason.AlreadyTold, ClosesThread: false)
            : new NewsDecision.Send(fingerprint, state.OpenThread, run.Verdict is Verdict.Resolved or Verdict.Approved);
    }

    /// <summary>What may never have arrived tells nobody anything, so the next run says it again.</summary>
    private static bool Arrives(MailDelivery? mail, Instant now) =>
        mail?.SeenAt(now).State is MailState.Sent or MailState.Pending or MailState.Sending;
}
