using System.Security.Cryptography;
using System.Text;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Domain.Drift;

/// <summary>Joins two packs of outcome lines by lead and reads only those that differ. One thread's.</summary>
public sealed class ShardComparer(DriftPolicy policy)
{
    private readonly OutcomeReader _reader = new();

    /// <exception cref="FormatException">Something in the packs is no outcome line.</exception>
    public ComparedShard Compare(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        var unchanged = 0L;
        var changed = new List<ComparedLead>();
        while (!before.IsEmpty && !after.IsEmpty)
        {
            var was = before;
            var now = after;
            var wasLine = OutcomeLines.TakeLine(ref was);
            var nowLine = OutcomeLines.TakeLine(ref now);
            if (wasLine.SequenceEqual(nowLine))
            {
                unchanged++;
            }
            else if (OutcomeLines.Id(wasLine).SequenceEqual(OutcomeLines.Id(nowLine)))
            {
                changed.Add(Pair(wasLine, nowLine));
            }
            else
            {
                break;
            }

            before = was;
            after = now;
        }

        return before.IsEmpty && after.IsEmpty
            ? new(unchanged, changed, [], [])
            : JoinById(before, after, unchanged, changed);
    }

    /// <param name="before">Empty: the lead is new.</param>
    /// <param name="after">Empty: the lead has vanished.</param>
    public ComparedLead Pair(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        var was = before.IsEmpty ? null : _reader.Read(before);
        var now = after.IsEmpty ? null : _reader.Read(after);
        var evidence = new byte[2 * SHA256.HashSizeInBytes];
        SHA256.HashData(before, evidence);
        SHA256.HashData(after, evidence.AsSpan(SHA256.HashSizeInBytes));
        return new(was, now, OutcomeComparer.Compare(was, now, policy), SHA256.HashData(evidence));
    }

    /// <summary>From the first place on at which the two packs hold different leads.</summary>
    private ComparedShard JoinById(
        ReadOnlySpan<byte> before,
        ReadOnlySpan<byte> after,
        long unchanged,
        List<ComparedLead> changed
    )
    {
        var waiting = new Dictionary<string, Queue<byte[]>>(StringComparer.Ordinal);
        while (!after.IsEmpty)
        {
            var line = OutcomeLines.TakeLine(ref after);
            var id = Encoding.UTF8.GetString(OutcomeLines.Id(line));
            if (!waiting.TryGetValue(id, out var lines))
            {
                waiting.Add(id, lines = new());
            }

            lines.Enqueue(line.ToArray());
        }

        var onlyBefore = new List<byte[]>();
        while (!before.IsEmpty)
        {
            var line = OutcomeLines.TakeLine(ref before);
            var id = Encoding.UTF8.GetString(OutcomeLines.Id(line));
            if (!waiting.TryGetValue(id, out var lines) || !lines.TryDequeue(out var now))
            {
                onlyBefore.Add(line.ToArray());
            }
            else if (line.SequenceEqual(now))
            {
                unchanged++;
            }
            else
            {
                changed.Add(Pair(line, now));
            }
        }

        return new(unchanged, changed, onlyBefore, [.. waiting.Values.SelectMany(lines => lines)]);
    }
}
