using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Domain.Tests.Notifications;

/// <summary>Readers of one workspace's mails, who are told run after run.</summary>
internal sealed class Readers
{
    private readonly Dictionary<string, MailDelivery> deliveries = new(StringComparer.Ordinal);

    public NotificationState State { get; private set; } = NotificationState.None;

    /// <summary>How each mail ends from now on.</summary>
    public SendResult Server { get; set; } = new SendResult.Sent("");

    /// <returns>The mail's place in a thread: "new", "goes on", with " and ends" where the story is over; or why there is none.</returns>
    public string Hear(RunRecord run)
    {
        var last = State.LastMail is { } id ? deliveries[id] : null;
        switch (NewsRules.Decide(run, State, last, run.FinishedAt))
        {
            case NewsDecision.Quiet quiet:
                State = quiet.ClosesThread ? State.ClosedBy(run.Id) : State;
                return quiet.Reason.ToString();
            case NewsDecision.Send send:
                var key = MailNames.MessageKey(run.Id, "Acme");
                var mail = new OutgoingMail(
                    run.Id,
                    MailKind.News,
                    key,
                    send.Thread ?? key,
                    send.Fingerprint,
                    send.ClosesThread,
                    "",
                    "",
                    "",
                    run.FinishedAt
                );
                State = State.After(mail);
                deliveries[run.Id] = MailDelivery
                    .Queued(run.FinishedAt)
                    .Claim(run.FinishedAt)
                    .Conclude(Server, run.FinishedAt);
                return (mail.BeginsThread ? "new" : "goes on") + (mail.ClosesThread ? " and ends" : "");
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
