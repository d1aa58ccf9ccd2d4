using System.Collections.Immutable;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Notifications;

/// <summary>Tells readers what happened, if mail is on.</summary>
/// <param name="mailer">Null: mail is off, and nothing is queued.</param>
/// <param name="pageOf">Where the page of a run is, by workspace and run; null: nowhere on the web.</param>
public sealed class NewsDesk(IMailer? mailer, Func<string, string, Uri?> pageOf, TimeProvider time)
{
    /// <summary>Queues the mail about a run, if it is news. Again for the same run it changes nothing.</summary>
    /// <exception cref="StorageFault">The store refused; tell it again.</exception>
    public async Task TellAsync(
        ServedWorkspace workspace,
        RunRecord run,
        RunReport report,
        CancellationToken cancellationToken
    )
    {
        if (mailer is not null)
        {
            await new QueueNews(workspace.Notifications, time).ForRunAsync(
                run,
                report,
                pageOf(workspace.Name, run.Id),
                cancellationToken
            );
        }
    }

    /// <summary>One attempt with every mail that is due.</summary>
    /// <param name="until">From then on no further mail is begun; one that is under way goes on.</param>
    /// <returns>How far those have come that were open.</returns>
    public async Task<ImmutableArray<MailDelivery>> SendDueAsync(
        INotificationStore store,
        DateTimeOffset until,
        CancellationToken cancellationToken
    ) => mailer is null ? [] : await new SendMail(store, mailer, time).SendDueAsync(cancellationToken, until);

    /// <summary>Queues the digest if it is due.</summary>
    /// <param name="every">Between two digests.</param>
    /// <param name="until">From then on no mail is begun.</param>
    public async Task DigestAsync(
        IWorkspaces workspaces,
        Duration every,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        if (mailer is null)
        {
            return;
        }

        var home = await workspaces.GetHomeAsync(cancellationToken);
        await new SendDigest(stop => SourcesAsync(workspaces, stop), home, time).IfDueAsync(every, cancellationToken);
        await SendDueAsync(home, until, cancellationToken);
    }

    private static async Task<ImmutableArray<DigestSource>> SourcesAsync(
        IWorkspaces workspaces,
        CancellationToken cancellationToken
    )
    {
        var sources = ImmutableArray.CreateBuilder<DigestSource>();
        foreach (var name in await workspaces.ListAsync(cancellationToken))
        {
            if (await workspaces.FindAsync(name, cancellationToken) is { } workspace)
            {
                var stores = workspace.Context.Stores;
                sources.Add(
                    new(workspace.Context.Workspace.Name, stores.Runs, stores.Baselines, workspace.Notifications)
                );
            }
        }

        return sources.DrainToImmutable();
    }
}
