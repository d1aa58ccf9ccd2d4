using ScoreGuard.Application.Notifications;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Functions.Hosting;
using ScoreGuard.Functions.Observing;

namespace ScoreGuard.Functions.Work;

/// <summary>Sends what is queued. Whatever goes wrong with it stays with the mail: no run fails of it.</summary>
internal sealed class Mailing(IWorkspaces workspaces, NewsDesk news, HostSettings settings, ILogger<Mailing> log)
{
    public async Task SendAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            if (await workspaces.FindAsync(name, cancellationToken) is { } workspace)
            {
                foreach (var mail in await news.SendDueAsync(workspace.Notifications, cancellationToken))
                {
                    Tell(name, mail);
                }
            }
        }
        catch (Exception fault) when (fault is StorageFault or StoreDamage)
        {
            // The next sweep tries again.
            Events.BackgroundFailed(log, "sending mail", Fault.Of(fault));
        }
    }

    public async Task DigestAsync(CancellationToken cancellationToken)
    {
        if (settings.DigestDays == 0)
        {
            return;
        }

        try
        {
            var every = new Duration(settings.DigestDays * Instant.MillisecondsPerDay);
            await news.DigestAsync(workspaces, every, cancellationToken);
        }
        catch (Exception fault) when (fault is StorageFault or StoreDamage)
        {
            Events.BackgroundFailed(log, "the digest", Fault.Of(fault));
        }
    }

    private void Tell(string workspace, MailDelivery mail)
    {
        if (mail.State == MailState.Sent)
        {
            Events.MailSent(log, workspace, mail.Attempts);
        }
        else if (mail.Reason.Length > 0)
        {
            Events.MailNotSent(log, workspace, mail.State, mail.Attempts, mail.Reason);
        }
    }
}
