using System.Collections.Immutable;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Application.Live;

/// <summary>Takes out what a replay put in, reads back whether it is gone, and names what is left.</summary>
/// <param name="waits">Whether what is still there is looked for again and again; else once.</param>
internal sealed class CleanUpAfter(
    ITarget target,
    TargetDefinition definition,
    ReplayLog log,
    Patience patience,
    bool waits = true
)
{
    /// <summary>A platform's index may lag: what was created a moment ago is not listed yet, what was deleted still is.</summary>
    private const int Rounds = 5;

    /// <summary>Once the replay has ended; again where an earlier clean-up left something.</summary>
    /// <exception cref="ReplayPaused">The step is over; go on later.</exception>
    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        if (log.State.IsCleaned && (log.State.Left.IsEmpty || patience.HasEnd))
        {
            return;
        }

        if (!log.State.Cases.Any())
        {
            // Nothing was ever asked of the platform.
            await log.WriteAsync(JournalStep.Cleaned, Array.Empty<JournalItem>(), cancellationToken);
            return;
        }

        // A step that may be cut short counts from the end of the replay, or it would never be over.
        var start = patience.HasEnd && !log.State.IsCleaned ? log.State.EndedAt!.Value : log.Now;
        await DeleteAsync([.. log.State.OpenRecords], cancellationToken);
        ImmutableArray<string> left;
        while (true)
        {
            left = await FindLeftAsync(cancellationToken);
            var isSure = !log.State.MayHaveUnknownRecords || log.Since(start) >= definition.Discipline.Every;
            if ((left.IsEmpty && isSure) || log.Since(start) >= Rounds * definition.Discipline.Every)
            {
                break;
            }

            await DeleteAsync(left, cancellationToken);
            if (!waits)
            {
                left = await FindLeftAsync(cancellationToken);
                break;
            }

            await patience.WaitAsync(definition.Discipline.Every, cancellationToken);
        }

        await log.WriteAsync(
            JournalStep.Cleaned,
            left.Select(record => new JournalItem("", record, null)),
            cancellationToken
        );
    }

    /// <summary>What the run's mark still finds, and of what was deleted what is still there.</summary>
    private async Task<ImmutableArray<string>> FindLeftAsync(CancellationToken cancellationToken)
    {
        var listed = (await target.ListAsync(log.Mark, cancellationToken)).Select(one => one.Record).ToList();
        var known = log.State.Cases.Where(one => one.Record is not null).Select(one => one.Record!);
        var left = new SortedSet<string>(StringComparer.Ordinal);
        try
        {
            foreach (
                var batch in known.Concat(listed).Distinct(StringComparer.Ordinal).Chunk(target.Capabilities.BatchSize)
            )
            {
                // Asked one by one and not searched: what a search lists may be gone since.
                var there = await target.ObserveAsync([.. batch], cancellationToken);
                left.UnionWith(there.Select(one => one.Record));
            }
        }
        catch (TargetFault fault) when (fault.Kind == TargetFaultKind.Setup)
        {
            // A property to read back is named wrongly, which is why the run ended; whether records are there a list says too.
            return [.. listed.Order(StringComparer.Ordinal)];
        }

        return [.. left];
    }

    private async Task DeleteAsync(ImmutableArray<string> records, CancellationToken cancellationToken)
    {
        foreach (var batch in records.Chunk(target.Capabilities.BatchSize))
        {
            patience.Check();
            await target.DeleteAsync([.. batch], cancellationToken);
            await log.WriteAsync(
                JournalStep.Deleted,
                batch.Select(record => new JournalItem("", record, null)),
                cancellationToken
            );
        }
    }
}
