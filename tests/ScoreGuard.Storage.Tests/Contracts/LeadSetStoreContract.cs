using ScoreGuard.Domain.Leads;

namespace ScoreGuard.Storage.Tests.Contracts;

/// <summary>What every lead set store does.</summary>
public abstract class LeadSetStoreContract
{
    protected abstract ILeadSetStore Store { get; }

    [Fact]
    public async Task The_first_set_needs_that_there_is_none()
    {
        (await Store.FindCurrentAsync(default)).ShouldBeNull();
        (await Store.TryReplaceAsync(Some.Leads("a"), Some.Leads("b").Root, default)).ShouldBeFalse();
        (await Store.TryReplaceAsync(Some.Leads("a"), null, default)).ShouldBeTrue();
        (await Store.TryReplaceAsync(Some.Leads("b"), null, default)).ShouldBeFalse();
        (await Store.FindCurrentAsync(default))!.Root.ShouldBe(Some.Leads("a").Root);
    }

    [Fact]
    public async Task A_replaced_set_is_still_found_by_its_root()
    {
        await Store.TryReplaceAsync(Some.Leads("a"), null, default);
        await Store.TryReplaceAsync(Some.Leads("b"), Some.Leads("a").Root, default);
        (await Store.FindCurrentAsync(default))!.Shards.ShouldBe(Some.Leads("b").Shards);
        (await Store.FindAsync(Some.Leads("a").Root, default))!.Shards.ShouldBe(Some.Leads("a").Shards);
    }
}
