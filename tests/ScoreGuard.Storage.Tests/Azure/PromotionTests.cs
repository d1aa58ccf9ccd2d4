using Azure.Core;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Storage.Azure;
using ScoreGuard.Storage.Azure.Tables;

namespace ScoreGuard.Storage.Tests.Azure;

/// <summary>A baseline moves by one write: no two win, no kill leaves half of it, no lost answer makes two of one.</summary>
public sealed class PromotionTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Of_two_promoters_one_wins_in_every_round_and_the_other_changes_nothing()
    {
        var stores = await azurite.NewStoresAsync();
        for (var version = 1; version <= 40; version++)
        {
            var won = await Task.WhenAll(
                Task.Run(() => stores.Baselines.TryPromoteAsync(Some.Baseline(version, $"a{version}"), default)),
                Task.Run(() => stores.Baselines.TryPromoteAsync(Some.Baseline(version, $"b{version}"), default))
            );
            won.Count(one => one).ShouldBe(1);
            var winner = Some.Baseline(version, $"{(won[0] ? 'a' : 'b')}{version}");
            (await CurrentAsync(stores)).OutcomesRoot.ShouldBe(winner.OutcomesRoot);
        }

        (await stores.Baselines.ListAsync(default)).Length.ShouldBe(40);
    }

    [Fact]
    public async Task Of_two_that_promote_the_very_same_only_one_is_told_that_it_did()
    {
        var stores = await azurite.NewStoresAsync();
        for (var version = 1; version <= 20; version++)
        {
            var won = await Task.WhenAll(
                Enumerable
                    .Range(0, 4)
                    .Select(_ => Task.Run(() => stores.Baselines.TryPromoteAsync(Some.Baseline(version), default)))
            );
            won.Count(one => one).ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_promoter_that_was_killed_at_any_request_leaves_the_old_baseline_or_the_new_one()
    {
        var workspace = AzuriteFixture.NewName();
        var stores = azurite.Open(workspace);
        await stores.PrepareAsync(default);
        await stores.Baselines.TryPromoteAsync(Some.Baseline(1, "old"), default);
        for (var killedAt = 0; ; killedAt++)
        {
            var requests = 0;
            var options = new TableClientOptions { Retry = { MaxRetries = 0 } };
            options.AddPolicy(new LossyPolicy(_ => requests++ == killedAt), HttpPipelinePosition.PerRetry);
            var version = (await CurrentAsync(stores)).Version;
            var next = Some.Baseline(version + 1, $"new{killedAt}");
            var killed = false;
            try
            {
                (
                    await azurite.Open(workspace, options: options).Baselines.TryPromoteAsync(next, default)
                ).ShouldBeTrue();
            }
            catch (StorageFault)
            {
                killed = true;
            }

            var current = await CurrentAsync(stores);
            current.Version.ShouldBeOneOf(version, version + 1);
            (await stores.Baselines.ListAsync(default)).Length.ShouldBe(current.Version);
            (
                await stores.Baselines.TryPromoteAsync(Some.Baseline(current.Version + 1, "after"), default)
            ).ShouldBeTrue();
            if (!killed)
            {
                killedAt.ShouldBeGreaterThan(1);
                return;
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_promoter_whose_answer_got_lost_is_told_that_it_won(int lostAnswer)
    {
        var workspace = AzuriteFixture.NewName();
        await azurite.Open(workspace).PrepareAsync(default);
        var answers = 0;
        var options = new TableClientOptions { Retry = { Delay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero } };
        options.AddPolicy(new LossyPolicy(_ => answers++ == lostAnswer), HttpPipelinePosition.PerRetry);
        var stores = azurite.Open(workspace, options: options);
        (await stores.Baselines.TryPromoteAsync(Some.Baseline(1, "a"), default)).ShouldBeTrue();
        (await stores.Baselines.TryPromoteAsync(Some.Baseline(2, "b"), default)).ShouldBeTrue();
        (await CurrentAsync(stores)).OutcomesRoot.ShouldBe(Some.Baseline(2, "b").OutcomesRoot);
        (await stores.LeadSets.TryReplaceAsync(Some.Leads("a"), null, default)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_shard_whose_writer_was_killed_before_its_head_is_gone_and_can_be_saved_again()
    {
        var workspace = AzuriteFixture.NewName();
        var stores = azurite.Open(workspace);
        await stores.PrepareAsync(default);
        var lines = Some.Noise(2_500_000);
        var shard = Some.Shard(lines);
        var requests = 0;
        var options = new TableClientOptions { Retry = { MaxRetries = 0 } };
        options.AddPolicy(new LossyPolicy(_ => requests++ == 1), HttpPipelinePosition.PerRetry);
        await Should.ThrowAsync<StorageFault>(() =>
            azurite.Open(workspace, options: options).OutcomeShards.SaveAsync(shard, lines, default)
        );
        (await stores.OutcomeShards.ContainsAsync(shard, default)).ShouldBeFalse();
        await Should.ThrowAsync<StoreDamage>(() => stores.OutcomeShards.ReadAsync(shard, default));
        await stores.OutcomeShards.SaveAsync(shard, lines, default);
        using var read = await stores.OutcomeShards.ReadAsync(shard, default);
        read.Span.SequenceEqual(lines).ShouldBeTrue();
    }

    [Fact]
    public async Task A_manifest_tells_people_who_approved_what_and_why()
    {
        var workspace = AzuriteFixture.NewName();
        var stores = azurite.Open(workspace);
        await stores.PrepareAsync(default);
        var run = Some.Run("20260310T090000000Z-1a2b3c4d");
        await stores.Runs.AppendAsync(run, default);
        await stores.Baselines.TryPromoteAsync(Some.Baseline(1), default);
        TableEntity manifest = await azurite
            .Connect()
            .Tables.GetTableClient("ScoreGuardBaselines")
            .GetEntityAsync<TableEntity>(workspace, "v0000000001");
        manifest["version"].ShouldBe(1);
        manifest["approvedBy"].ShouldBe("Ann <b>");
        manifest["reason"].ShouldBe("because \"it\" is");
        manifest["approvedAt"].ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(Some.At.UnixMilliseconds));
        manifest["outcomesRoot"].ShouldBe(Some.Baseline(1).OutcomesRoot);
        manifest["leads"].ShouldBe(run.Figures.Leads);
        manifest["gained"].ShouldBe(run.Figures.Gained);
    }

    private static async Task<Baseline> CurrentAsync(AzureStores stores) =>
        (await stores.Baselines.FindCurrentAsync(default)).ShouldBeOfType<BaselineLookup.Found>().Baseline;
}
