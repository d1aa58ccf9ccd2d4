using System.Collections.Immutable;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Notifications;

/// <summary>Reads one workspace's week.</summary>
internal static class DigestReading
{
    /// <summary>A run every five minutes for a week.</summary>
    private const int MostRuns = 2_100;

    /// <summary>A workspace that cannot be read is told as such: it must not take the digest of all others with it.</summary>
    public static async Task<DigestWorkspace> ReadAsync(
        DigestSource source,
        Instant from,
        Instant to,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await WholeAsync(source, from, to, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is StoreDamage or StorageFault)
        {
            return new(source.Workspace, null, [], null, [], unreadable.Message);
        }
    }

    private static async Task<DigestWorkspace> WholeAsync(
        DigestSource source,
        Instant from,
        Instant to,
        CancellationToken cancellationToken
    )
    {
        var all = await source.Runs.ListAsync(MostRuns, cancellationToken);
        var runs = all.Where(run => run.Kind == RunKind.Run && run.StartedAt <= to).ToList();
        var week = runs.Where(run => run.StartedAt > from).ToList();
        var last = runs.FirstOrDefault();
        var baseline = await source.Baselines.FindCurrentAsync(cancellationToken);
        return new(
            source.Workspace,
            last is null ? null : new(last.Id, last.Verdict, last.Headline, last.StartedAt),
            [
                .. week.GroupBy(run => run.Verdict)
                    .OrderBy(group => group.Key)
                    .Select(group => new CountOf<Verdict>(group.Key, group.Count())),
            ],
            baseline is BaselineLookup.Found { Baseline: var current }
                ? new(current.Version, current.Decision.At)
                : null,
            await UnsentAsync(source.Notifications, week, to, cancellationToken),
            Problem: null
        );
    }

    private static async Task<ImmutableArray<UnsentMail>> UnsentAsync(
        INotificationStore store,
        IEnumerable<RunRecord> runs,
        Instant now,
        CancellationToken cancellationToken
    )
    {
        var unsent = ImmutableArray.CreateBuilder<UnsentMail>();
        foreach (var run in runs)
        {
            var delivery = (await store.FindAsync(run.Id, cancellationToken))?.Delivery.SeenAt(now);
            if (
                delivery
                is { State: MailState.Uncertain or MailState.GivenUp }
                    or { State: MailState.Pending, Attempts: > 0 }
                    or { State: MailState.Sent, Reason.Length: > 0 }
            )
            {
                unsent.Add(new(run.Id, delivery));
            }
        }

        return unsent.DrainToImmutable();
    }
}
