using System.Collections.Immutable;
using System.Text;

namespace ScoreGuard.Domain.Artefacts;

/// <summary>A packed run of lines, one a lead, named by the digest of its uncompressed bytes.</summary>
/// <param name="Leads">How many lines, at least one.</param>
/// <param name="Bytes">Uncompressed length.</param>
public readonly record struct Shard(string Digest, int Leads, long Bytes)
{
    /// <summary>Lines in a full shard; only the last one of a set holds fewer.</summary>
    public const int FullLeads = 4096;

    public static Shard Of(ReadOnlySpan<byte> lines, int leads) => new(Sha256Text.Of(lines), leads, lines.Length);

    /// <summary>The digest over the digests of <paramref name="shards"/>, in their order: equal roots are equal lines.</summary>
    public static string Root(ImmutableArray<Shard> shards)
    {
        var text = new StringBuilder();
        foreach (var shard in shards)
        {
            text.Append(shard.Digest).Append('\n');
        }

        return Sha256Text.Of(text.ToString());
    }
}
