using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Storage.Azure;
using ZstdSharp;

namespace ScoreGuard.Storage.Tests.Azure;

/// <summary>Whatever reads as a packed shard is the lines that were packed as this shard, or damage.</summary>
public sealed class ShardCodecTests
{
    private readonly byte[] _lines = Some.Lines(30);

    private Shard Shard => Some.Shard(_lines);

    [Fact]
    public void Any_Zstandard_decoder_opens_a_packed_shard()
    {
        using var decompressor = new Decompressor();
        decompressor.Unwrap(ShardCodec.Pack(Shard, _lines)).SequenceEqual(_lines).ShouldBeTrue();
    }

    [Fact]
    public void The_same_lines_pack_into_the_same_bytes() =>
        ShardCodec.Pack(Shard, _lines).ShouldBe(ShardCodec.Pack(Shard, _lines));

    [Fact]
    public void Any_changed_bit_is_damage()
    {
        var packed = ShardCodec.Pack(Shard, _lines);
        for (var bit = 0; bit < packed.Length * 8; bit++)
        {
            packed[bit / 8] ^= (byte)(1 << (bit % 8));
            ShouldBeDamage(packed, Shard);
            packed[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        using var read = ShardCodec.Unpack(packed, Shard, "here");
        read.Span.SequenceEqual(_lines).ShouldBeTrue();
    }

    [Fact]
    public void Any_missing_end_is_damage()
    {
        var packed = ShardCodec.Pack(Shard, _lines);
        for (var length = 0; length < packed.Length; length++)
        {
            ShouldBeDamage(packed.AsSpan(0, length), Shard);
        }
    }

    [Fact]
    public void Anything_behind_it_is_damage() =>
        ShouldBeDamage([.. ShardCodec.Pack(Shard, _lines), .. ShardCodec.Pack(Shard, _lines)], Shard);

    [Fact]
    public void What_was_packed_as_another_shard_is_damage()
    {
        var other = Some.Lines(30, "b");
        other.Length.ShouldBe(_lines.Length);
        ShouldBeDamage(ShardCodec.Pack(Some.Shard(other), other), Shard);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Lines_of_another_length_than_the_set_says_are_damage(int more) =>
        ShouldBeDamage(ShardCodec.Pack(Shard, _lines), Shard with { Bytes = _lines.Length + more });

    [Fact]
    public void Lines_without_a_seal_are_damage()
    {
        using var compressor = new Compressor();
        ShouldBeDamage(compressor.Wrap(_lines), Shard);
    }

    private static void ShouldBeDamage(ReadOnlySpan<byte> packed, Shard shard)
    {
        var bytes = packed.ToArray();
        Should
            .Throw<StoreDamage>(() => ShardCodec.Unpack(bytes, shard, "here"))
            .Diagnostic.Code.ShouldBe(StoreCodes.Altered.Code);
    }
}
