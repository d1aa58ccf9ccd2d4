using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Application.Live;

/// <summary>The approved outcomes by lead.</summary>
internal sealed class ApprovedLines
{
    private readonly Dictionary<string, byte[]>? _lines;

    private ApprovedLines(Dictionary<string, byte[]>? lines) => _lines = lines;

    /// <param name="approved">Null: nothing was approved yet.</param>
    public static async Task<ApprovedLines> ReadAsync(
        IShardStore store,
        OutcomeSet? approved,
        CancellationToken cancellationToken
    )
    {
        if (approved is null)
        {
            return new(null);
        }

        var lines = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var shard in approved.Shards)
        {
            using var bytes = await store.ReadAsync(shard, cancellationToken);
            Take(bytes.Span, lines);
        }

        return new(lines);
    }

    /// <summary>Whether the outcome is another than the approved one, be it within what is tolerated; without a baseline nothing is.</summary>
    public bool IsDrifted(LiveCase lead, ReadOnlyMemory<byte> line) =>
        _lines is not null && (!_lines.TryGetValue(lead.Lead, out var approved) || !line.Span.SequenceEqual(approved));

    private static void Take(ReadOnlySpan<byte> bytes, Dictionary<string, byte[]> lines)
    {
        var reader = new OutcomeReader();
        while (!bytes.IsEmpty)
        {
            var before = bytes;
            var line = OutcomeLines.TakeLine(ref bytes);
            lines[reader.Read(line).Lead] = before[..(before.Length - bytes.Length)].ToArray();
        }
    }
}
