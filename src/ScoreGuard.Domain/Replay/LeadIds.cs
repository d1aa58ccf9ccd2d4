using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Domain.Replay;

/// <summary>Finds lead ids that stand twice, at 16 bytes a lead.</summary>
public sealed class LeadIds
{
    private readonly HashSet<UInt128> seen = [];

    /// <summary>Collects the ids of one block, on the thread that reads it.</summary>
    public sealed class Block : ILeadIdSink
    {
        internal List<(UInt128 Id, int Line)> Ids { get; } = [];

        public void Add(ReadOnlySpan<byte> id, int line) => Ids.Add((LeadKey.Of(id), line));

        public void Clear() => Ids.Clear();
    }

    /// <summary>Adds the ids of the next block, in order of the file.</summary>
    public void Add(Block block, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(diagnostics);
        foreach (var (id, line) in block.Ids)
        {
            if (!seen.Add(id))
            {
                diagnostics.Error(
                    LeadCodes.RepeatedId,
                    new SourcePosition(line, 1),
                    DocumentPath.Root,
                    "Another lead above has the same `id`; every lead has one of its own."
                );
            }
        }
    }
}
