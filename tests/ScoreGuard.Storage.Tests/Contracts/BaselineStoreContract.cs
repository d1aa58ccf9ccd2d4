using ScoreGuard.Domain.Baselines;

namespace ScoreGuard.Storage.Tests.Contracts;

/// <summary>What every baseline store does: versions without gaps, one pointer, moved by a conditional write.</summary>
public abstract class BaselineStoreContract
{
    protected abstract IBaselineStore Store { get; }

    [Fact]
    public async Task Before_the_first_approval_the_baseline_is_missing()
    {
        (await Store.FindCurrentAsync(default)).ShouldBeOfType<BaselineLookup.Missing>();
        (await Store.ListAsync(default)).ShouldBeEmpty();
        (await Store.FindAsync(1, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_promoted_version_is_current_and_earlier_ones_stay()
    {
        (await Store.TryPromoteAsync(Some.Baseline(1, "a"), default)).ShouldBeTrue();
        (await Store.TryPromoteAsync(Some.Baseline(2, "b"), default)).ShouldBeTrue();
        var current = (await Store.FindCurrentAsync(default)).ShouldBeOfType<BaselineLookup.Found>().Baseline;
        current.OutcomesRoot.ShouldBe(Some.Baseline(2, "b").OutcomesRoot);
        (await Store.FindAsync(1, default))!.OutcomesRoot.ShouldBe(Some.Baseline(1, "a").OutcomesRoot);
        (await Store.ListAsync(default)).Select(baseline => baseline.Version).ShouldBe([1, 2]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_version_that_is_not_the_next_one_is_refused(int version)
    {
        await Store.TryPromoteAsync(Some.Baseline(1, "a"), default);
        (await Store.TryPromoteAsync(Some.Baseline(version, "b"), default)).ShouldBeFalse();
        (await Store.ListAsync(default)).Single().OutcomesRoot.ShouldBe(Some.Baseline(1, "a").OutcomesRoot);
    }

    [Fact]
    public async Task Of_many_who_promote_at_once_exactly_one_wins()
    {
        var won = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(mark => Task.Run(() => Store.TryPromoteAsync(Some.Baseline(1, $"{mark}"), default)))
        );
        won.Count(one => one).ShouldBe(1);
        (await Store.ListAsync(default)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_decision_is_kept_word_for_word()
    {
        await Store.TryPromoteAsync(Some.Baseline(1), default);
        var decision = (await Store.FindAsync(1, default))!.Decision;
        decision.By.ShouldBe("Ann <b>");
        decision.Reason.ShouldBe("because \"it\" is");
        decision.Causes.ShouldBe(Some.Decision().Causes);
        decision.At.ShouldBe(Some.At);
    }
}
