using System.Collections.Concurrent;
using System.Collections.Immutable;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Application.Comparing;

/// <summary>
/// Compares outcomes with a baseline, shards on all cores, results in the order of the leads, memory for a few shards
/// only. Baseline shards are read only where digests differ.
/// </summary>
/// <param name="keep">True: shards that are not stored yet are stored.</param>
internal sealed class OutcomeComparison(IShardStore store, DriftPolicy policy, Func<Stream> scratch, bool keep)
{
    private static readonly int Width = Math.Clamp(Environment.ProcessorCount, 1, 8);

    private readonly ConcurrentBag<Bench> _benches = [];

    /// <summary>Outcomes done so far; told from time to time.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <param name="baseline">Null: there is none, every lead is a first one.</param>
    /// <returns>The shards of <paramref name="after"/>.</returns>
    public async Task<ImmutableArray<Shard>> RunAsync(
        ImmutableArray<Shard>? baseline,
        IOutcomeSource after,
        DriftTally tally,
        CancellationToken cancellationToken
    )
    {
        using var stray = new StrayLeads(scratch);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var shards = ImmutableArray.CreateBuilder<Shard>(after.ShardCount);
        var underway = new Queue<Task<Compared>>();
        var total = Math.Max(after.ShardCount, baseline?.Length ?? 0);
        var done = 0L;
        try
        {
            for (var next = 0; next < total || underway.Count > 0; )
            {
                while (next < total && underway.Count <= Width)
                {
                    var index = next++;
                    underway.Enqueue(Task.Run(() => CompareAsync(baseline, after, index, stop.Token), stop.Token));
                }

                var compared = await underway.Dequeue();
                if (compared.Shard is { Leads: > 0 } shard)
                {
                    shards.Add(shard);
                    done += shard.Leads;
                }

                Count(compared, tally, stray);
                Progress?.Report(done);
            }

            JoinStrays(stray, tally);
            return shards.DrainToImmutable();
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(underway.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default)));
        }
    }

    private async Task<Compared> CompareAsync(
        ImmutableArray<Shard>? baseline,
        IOutcomeSource after,
        int index,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var was = baseline is { } known && index < known.Length ? known[index] : (Shard?)null;
        if (index >= after.ShardCount)
        {
            using var lost = await store.ReadAsync(was!.Value, cancellationToken);
            return new(null, With(bench => bench.Compare(lost.Span, [])), []);
        }

        if (was is not null && after.FindKnown(index) == was)
        {
            return new(was, ComparedShard.Same(was.Value.Leads), []);
        }

        using var now = await after.GetAsync(index, cancellationToken);
        if (now.Shard == was)
        {
            return new(was, ComparedShard.Same(was.Value.Leads), []);
        }

        if (keep && now.Shard.Leads > 0)
        {
            await store.SaveAsync(now.Shard, now.Lines, cancellationToken);
        }

        if (baseline is null)
        {
            return new(now.Shard, ComparedShard.Same(0), With(bench => bench.ReadAll(now.Lines.Span)));
        }

        using var before = was is { } shard ? await store.ReadAsync(shard, cancellationToken) : ShardBytes.Rent(0);
        return new(now.Shard, With(bench => bench.Compare(before.Span, now.Lines.Span)), []);
    }

    private void Count(Compared compared, DriftTally tally, StrayLeads stray)
    {
        tally.AddUnchanged(compared.Result.Unchanged);
        foreach (var lead in compared.Result.Changed)
        {
            tally.Add(lead);
        }

        foreach (var outcome in compared.First)
        {
            tally.AddFirst(outcome, policy);
        }

        foreach (var line in compared.Result.OnlyBefore)
        {
            stray.AddBefore(line);
        }

        foreach (var line in compared.Result.OnlyAfter)
        {
            stray.AddAfter(line);
        }
    }

    private void JoinStrays(StrayLeads stray, DriftTally tally)
    {
        var comparer = new ShardComparer(policy);
        foreach (var (before, after) in stray.Join())
        {
            if (before.AsSpan().SequenceEqual(after))
            {
                tally.AddUnchanged(1);
            }
            else
            {
                tally.Add(comparer.Pair(before, after));
            }
        }
    }

    private T With<T>(Func<Bench, T> act)
    {
        var bench = _benches.TryTake(out var rested) ? rested : new Bench(policy);
        var result = act(bench);
        _benches.Add(bench);
        return result;
    }

    /// <param name="First">Every outcome, where there is no baseline.</param>
    private sealed record Compared(Shard? Shard, ComparedShard Result, IReadOnlyList<Outcome> First);

    private sealed class Bench(DriftPolicy policy)
    {
        private readonly ShardComparer _comparer = new(policy);
        private readonly OutcomeReader _reader = new();

        public ComparedShard Compare(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after) =>
            _comparer.Compare(before, after);

        public List<Outcome> ReadAll(ReadOnlySpan<byte> lines)
        {
            var outcomes = new List<Outcome>();
            while (!lines.IsEmpty)
            {
                outcomes.Add(_reader.Read(OutcomeLines.TakeLine(ref lines)));
            }

            return outcomes;
        }
    }
}
