using System.Buffers;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Replay.Clock;
using ScoreGuard.Domain.Replay.Compiled;
using ScoreGuard.Domain.Replay.Leads;
using ScoreGuard.Domain.Replay.Points;
using ScoreGuard.Domain.Replay.Tracing;

namespace ScoreGuard.Domain.Replay;

/// <summary>Replays lead lines into outcome lines. One thread's; what it allocates it uses again for the next lead.</summary>
public sealed class ReplaySession
{
    private readonly CompiledModel model;
    private readonly LeadReader reader;
    private readonly LeadReplay<LongMilli> replay;
    private readonly OutcomeWriter writer;
    private readonly BoundLead lead = new();
    private readonly OutcomeBuffer buffer = new();
    private LeadReplay<BigMilli>? wideReplay;
    private TraceWriter? trace;
    private IBufferWriter<byte>? tracedTo;

    internal ReplaySession(CompiledModel model)
    {
        this.model = model;
        reader = new LeadReader(model);
        replay = LeadReplay<LongMilli>.For(model);
        writer = new OutcomeWriter(model);
    }

    /// <summary>Replays whole lines, blank ones skipped.</summary>
    /// <param name="lines">Lead lines, UTF-8; the last may lack its line end.</param>
    /// <param name="firstLine">The number of the first line in its file, from 1.</param>
    /// <param name="asOf">The instant that is judged.</param>
    /// <param name="outcomes">Takes one outcome line a lead, in order. Not to be used where a line has errors: its outcome is missing.</param>
    /// <param name="diagnostics">Takes every error of every line.</param>
    /// <param name="ids">Takes the id of every lead that was read, UTF-8; null: nobody asks.</param>
    /// <returns>How many leads were replayed.</returns>
    public int Replay(
        ReadOnlySpan<byte> lines,
        int firstLine,
        Instant asOf,
        IBufferWriter<byte> outcomes,
        DiagnosticBag diagnostics,
        ILeadIdSink? ids = null
    )
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var count = 0;
        buffer.Clear();
        for (var number = firstLine; !lines.IsEmpty; number++)
        {
            var end = lines.IndexOf((byte)'\n');
            var line = end < 0 ? lines : lines[..end];
            lines = end < 0 ? [] : lines[(end + 1)..];
            if (IsBlank(line) || !reader.TryRead(line, number, asOf.UnixMilliseconds, lead, diagnostics))
            {
                continue;
            }

            ids?.Add(lead.Id, number);
            Score(lead, asOf.UnixMilliseconds);
            count++;
        }

        outcomes.Write(buffer.Written);
        return count;
    }

    /// <summary>As <see cref="Replay"/>, and explains every lead; see docs/trace.md.</summary>
    /// <param name="traces">Takes one JSON line a lead.</param>
    public int Trace(
        ReadOnlySpan<byte> lines,
        int firstLine,
        Instant asOf,
        IBufferWriter<byte> outcomes,
        IBufferWriter<byte> traces,
        DiagnosticBag diagnostics,
        ILeadIdSink? ids = null
    )
    {
        ArgumentNullException.ThrowIfNull(traces);
        tracedTo = traces;
        reader.KeepsProperties = true;
        try
        {
            return Replay(lines, firstLine, asOf, outcomes, diagnostics, ids);
        }
        finally
        {
            tracedTo = null;
            reader.KeepsProperties = false;
        }
    }

    private void Score(BoundLead bound, long asOf)
    {
        var before = buffer.Length;
        try
        {
            Score(bound, asOf, replay);
        }
        catch (OverflowException)
        {
            // Points left the 64 bits, as only a chain of `multiply` can make them: once more, without bounds.
            buffer.Truncate(before);
            wideReplay ??= LeadReplay<BigMilli>.For(model);
            Score(bound, asOf, wideReplay);
        }
    }

    private void Score<T>(BoundLead bound, long asOf, LeadReplay<T> by)
        where T : struct, IMilli<T>
    {
        if (tracedTo is null)
        {
            by.Trace = null;
            by.Run(bound, asOf);
            writer.Write(bound, by, buffer);
            return;
        }

        trace ??= new TraceWriter(model);
        by.Trace = trace;
        trace.Begin(bound);
        by.Run(bound, asOf);
        writer.Write(bound, by, buffer);
        tracedTo.Write(trace.End(by));
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\r"u8) < 0;
}
