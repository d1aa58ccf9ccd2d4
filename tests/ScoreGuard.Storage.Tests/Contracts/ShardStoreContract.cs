using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Storage.Tests.Contracts;

/// <summary>What every shard store does, wherever it keeps them.</summary>
public abstract class ShardStoreContract
{
    protected abstract IShardStore Store { get; }

    [Fact]
    public async Task What_was_saved_is_read_back_to_the_byte()
    {
        var lines = Some.Lines(4096);
        var shard = Some.Shard(lines);
        (await Store.ContainsAsync(shard, default)).ShouldBeFalse();
        await Store.SaveAsync(shard, lines, default);
        await Store.SaveAsync(shard, lines, default);
        (await Store.ContainsAsync(shard, default)).ShouldBeTrue();
        using var read = await Store.ReadAsync(shard, default);
        read.Span.SequenceEqual(lines).ShouldBeTrue();
    }

    [Fact]
    public async Task A_shard_that_hardly_packs_is_read_back_to_the_byte()
    {
        var lines = Some.Noise(3_000_000);
        var shard = Some.Shard(lines);
        await Store.SaveAsync(shard, lines, default);
        using var read = await Store.ReadAsync(shard, default);
        read.Span.SequenceEqual(lines).ShouldBeTrue();
    }

    [Fact]
    public async Task A_shard_that_is_gone_is_damage_and_not_empty()
    {
        var damage = await Should.ThrowAsync<StoreDamage>(() => Store.ReadAsync(Some.Shard(Some.Lines(2)), default));
        damage.Diagnostic.Code.ShouldBe(StoreCodes.Gone.Code);
    }

    [Fact]
    public async Task Many_threads_may_save_the_same_shard_at_once()
    {
        var lines = Some.Lines(100);
        var shard = Some.Shard(lines);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Store.SaveAsync(shard, lines, default))));
        using var read = await Store.ReadAsync(shard, default);
        read.Span.SequenceEqual(lines).ShouldBeTrue();
    }
}
