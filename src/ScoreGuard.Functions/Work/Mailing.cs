using ScoreGuard.Application.Notifications;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Functions.Hosting;
using ScoreGuard.Functions.Observing;

namespace ScoreGuard.Functions.Work;

/// <summary>Sends what is queued. Whatever goes wrong with it stays with the mail: no run fails of it.</summary>
internal sealed class Mailing(
    IWorkspaces workspaces,
    NewsDesk news,
    HostSettings settings,
    TimeProvider time,
    ILogger<Mailing> log
)
{
    /// <summary>Stands where the digest has no workspace to name; none may be called so.</summary>
    private const string AllWorkspaces = "(all)";

    /// <summary>So long mails are begun after a step; a server that does not answer holds up no worker, the rest is the sweep's.</summary>
    private static readonly TimeSpan AfterStep = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan InSweep = TimeSpan.FromMinutes(3);

    /// <summary>
    /// What is left of a call when its last mail is begun: longer than any way of sending takes for one. A mail that was cut
    /// short may have arrived, and is not sent again.
    /// </summary>
    private static readonly TimeSpan LongestMail = TimeSpan.FromMinutes(2);

    /// <param name="started">When the call began in which the step was taken.</param>
    public Task SendAfterStepAsync(string name, DateTimeOffset started, CancellationToken cancellationToken) =>
        SendAsync(name, Until(started, AfterStep), cancellationToken);

    /// <summary>The mails of every workspace, and the digest.</summary>
    /// <param name="started">When the sweep began.</param>
    public async Task SweepAsync(IEnumerable<string> names, DateTimeOffset started, CancellationToken cancellationToken)
    {
        var until = Until(started, InSweep);
        foreach (var name in names)
        {
            await SendAsync(name, until, cancellationToken);
        }

        await DigestAsync(until, cancellationToken);
    }

    private async Task SendAsync(string name, Instant until, CancellationToken cancellationToken)
    {
        try
        {
            if (await workspaces.FindAsync(name, cancellationToken) is { } workspace)
            {
                foreach (var mail in await news.SendDueAsync(workspace.Notifications, until, cancellationToken))
                {
                    Tell(name, mail);
                }
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The next sweep tries again.
            Events.BackgroundFailed(log, $"sending mail of {name}", Fault.Of(fault));
        }
    }

    private async Task DigestAsync(Instant until, CancellationToken cancellationToken)
    {
        if (settings.DigestDays == 0)
        {
            return;
        }

        try
        {
            var every = new Duration(settings.DigestDays * Instant.MillisecondsPerDay);
            foreach (var mail in await news.DigestAsync(workspaces, every, until, cancellationToken))
            {
                Tell(AllWorkspaces, mail);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Events.BackgroundFailed(log, "the digest", Fault.Of(fault));
        }
    }

    private Instant Until(DateTimeOffset started, TimeSpan budget)
    {
        var (until, latest) = (time.GetUtcNow() + budget, started + Envelope.Deadline - LongestMail);
        return new((until < latest ? until : latest).ToUnixTimeMilliseconds());
    }

    private void Tell(string workspace, OutboxEntry mail)
    {
        var (run, delivery) = (mail.Mail.Id, mail.Delivery);
        if (delivery.State == MailState.Sent)
        {
            Events.MailSent(log, workspace, run, delivery.Attempts);
        }

        if (delivery.Reason.Length > 0)
        {
            Events.MailNotSent(log, workspace, run, delivery.State, delivery.Attempts, delivery.Reason);
        }
    }
}
