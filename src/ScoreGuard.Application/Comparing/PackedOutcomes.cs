using ScoreGuard.Domain.Artefacts;

namespace ScoreGuard.Application.Comparing;

/// <summary>The outcome lines of one shard; dispose to give the memory back.</summary>
internal sealed class PackedOutcomes(Shard shard, ReadOnlyMemory<byte> lines, IDisposable owner) : IDisposable
{
    public Shard Shard { get; } = shard;

    public ReadOnlyMemory<byte> Lines { get; } = lines;

    public void Dispose() => owner.Dispose();
}
