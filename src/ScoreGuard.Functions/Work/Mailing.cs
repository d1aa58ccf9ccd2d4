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
    /// <summary>Stands where the digest has no workspace to name; none may be called so.</summary>
    private const string AllWorkspaces = "(all)";

    public async Task SendAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            if (await workspaces.FindAsync(name, cancellationToken) is { } workspace)
            {
                foreach (var mail in await news.SendDueAsync(workspace.Notifications, until: null, cancellationToken))
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
            foreach (var mail in await news.DigestAsync(workspaces, every, until: null, cancellationToken))
            {
                Tell(AllWorkspaces, mail);
            }
        }
        catch (Exception fault) when (fault is StorageFault or StoreDamage)
        {
            Events.BackgroundFailed(log, "the digest", Fault.Of(fault));
        }
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
