using System.Buffers;
using System.Collections.Concurrent;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Domain.Replay;

/// <summary>Replays a stream of leads of any length on all cores, in constant memory, outcomes in the order of the leads.</summary>
/// <param name="workers">Threads that replay; from 1.</param>
public sealed class ReplayPipeline(ReplayEngine engine, int workers)
{
    private readonly ConcurrentBag<ReplaySession> sessions = [];
    private readonly ConcurrentBag<ArrayBufferWriter<byte>> buffers = [];

    /// <summary>Takes an explanation of every lead, in their order; null: nobody asks. Good for as much as the outcomes are.</summary>
    public Stream? Traces { get; init; }

    /// <param name="leads">Lead lines, UTF-8.</param>
    /// <param name="file">What diagnostics call it.</param>
    /// <param name="asOf">The instant that is judged.</param>
    /// <param name="outcomes">Takes the outcome lines. Leads with errors are refused whole: what was written by then is not to be used.</param>
    /// <param name="progress">Told the number of leads replayed so far; null: nobody asks.</param>
    public Parsed<ReplaySummary> Run(
        Stream leads,
        string file,
        Instant asOf,
        Stream outcomes,
        IProgress<long>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        var diagnostics = new DiagnosticBag(file);
        var ids = new LeadIds();
        var blocks = new LineBlocks(leads, diagnostics);
        var inFlight = new Queue<Task<Replayed>>();
        long count = 0;
        try
        {
            var isMore = true;
            while (isMore || inFlight.Count > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (isMore && inFlight.Count < 2 * workers)
                {
                    isMore = blocks.TryNext(out var block);
                    if (isMore)
                    {
                        inFlight.Enqueue(Task.Run(() => Replay(block, file, asOf), cancellationToken));
                    }

                    continue;
                }

                var replayed = inFlight.Dequeue().GetAwaiter().GetResult();
                diagnostics.Append(replayed.Diagnostics);
                ids.Add(replayed.Ids, diagnostics);
                if (diagnostics.ErrorCount == 0)
                {
                    outcomes.Write(replayed.Outcomes.WrittenSpan);
                    Traces?.Write(replayed.Traces!.WrittenSpan);
                }

                replayed.Outcomes.ResetWrittenCount();
                buffers.Add(replayed.Outcomes);
                count += replayed.Leads;
                progress?.Report(count);
            }
        }
        finally
        {
            Task.WaitAll([.. inFlight.Select(Settled)], CancellationToken.None);
        }

        return diagnostics.Conclude(() => new ReplaySummary(count));
    }

    private sealed record Replayed(
        ArrayBufferWriter<byte> Outcomes,
        ArrayBufferWriter<byte>? Traces,
        DiagnosticBag Diagnostics,
        LeadIds.Block Ids,
        int Leads
    );

    private Replayed Replay(LineBlocks.Block block, string file, Instant asOf)
    {
        var session = sessions.TryTake(out var free) ? free : engine.NewSession();
        var outcomes = buffers.TryTake(out var buffer) ? buffer : new ArrayBufferWriter<byte>();
        var diagnostics = new DiagnosticBag(file);
        var ids = new LeadIds.Block();
        var traces = Traces is null ? null : new ArrayBufferWriter<byte>();
        var count = traces is null
            ? session.Replay(block.Bytes.Span, block.FirstLine, asOf, outcomes, diagnostics, ids)
            : session.Trace(block.Bytes.Span, block.FirstLine, asOf, outcomes, traces, diagnostics, ids);
        ArrayPool<byte>.Shared.Return(block.Rented);
        sessions.Add(session);
        return new(outcomes, traces, diagnostics, ids, count);
    }

    // A fault of one block is told by the first that is awaited; the others only have to end.
    private static Task Settled(Task task) =>
        task.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
}
