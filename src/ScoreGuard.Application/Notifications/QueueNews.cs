using System.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting.Mail;

namespace ScoreGuard.Application.Notifications;

/// <summary>Writes the mail about a run, if it is news, and queues it. Sending is <see cref="SendMail"/>'s.</summary>
public sealed class QueueNews(INotificationStore store, TimeProvider time)
{
    /// <summary>Twice for one run adds one mail, whoever calls, and however the first call ended.</summary>
    /// <param name="page">Where the run's report is; null: nowhere on the web.</param>
    /// <exception cref="StorageFault">The store refused; call again.</exception>
    public async Task<NewsOutcome> ForRunAsync(
        RunRecord run,
        RunReport report,
        Uri? page,
        CancellationToken cancellationToken
    )
    {
        // The mail first, then what is remembered of it: a process that ends in between leaves a mail, not a silence.
        if (await store.FindAsync(run.Id, cancellationToken) is { } queued)
        {
            await NewsMemory.RememberAsync(store, queued.Mail, cancellationToken);
            return new NewsOutcome.Queued(queued.Mail);
        }

        switch (await DecideAsync(run, cancellationToken))
        {
            case NewsDecision.Quiet quiet:
                if (quiet.ClosesThread)
                {
                    await NewsMemory.CloseAsync(store, run.Id, cancellationToken);
                }

                return new NewsOutcome.Quiet(quiet.Reason);
            case NewsDecision.Send send:
                var mail = Write(run, report, page, send);
                if (!await store.AddAsync(mail, cancellationToken))
                {
                    mail = (await store.FindAsync(run.Id, cancellationToken))?.Mail ?? mail;
                }

                await NewsMemory.RememberAsync(store, mail, cancellationToken);
                return new NewsOutcome.Queued(mail);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<NewsDecision> DecideAsync(RunRecord run, CancellationToken cancellationToken)
    {
        var (state, _) = await store.GetStateAsync(cancellationToken);
        var last = state.LastMail is { } id ? await store.FindAsync(id, cancellationToken) : null;
        return NewsRules.Decide(run, state, last?.Delivery, time.Now());
    }

    private OutgoingMail Write(RunRecord run, RunReport report, Uri? page, NewsDecision.Send send)
    {
        var content = NewsMail.Write(report, new(page, GoesOn: send.Thread is not null));
        var key = MailNames.MessageKey(run.Id, report.Run.Workspace);
        return new(
            run.Id,
            MailKind.News,
            key,
            send.Thread ?? key,
            send.Fingerprint,
            send.ClosesThread,
            content.Subject,
            content.Html,
            content.Text,
            time.Now()
        );
    }
}
