using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Storage.Tests.Contracts;

/// <summary>What every ledger of calls does, wherever it is kept.</summary>
public abstract class CallLedgerContract
{
    protected abstract ICallLedger Store { get; }

    [Fact]
    public async Task Nothing_is_taken_beyond_the_budget()
    {
        (await Store.TryTakeAsync("day-a-2026-11-22", 10, 25, default)).ShouldBeTrue();
        (await Store.TryTakeAsync("day-a-2026-11-22", 10, 25, default)).ShouldBeTrue();
        (await Store.TryTakeAsync("day-a-2026-11-22", 10, 25, default)).ShouldBeFalse();
        (await Store.TryTakeAsync("day-a-2026-11-22", 5, 25, default)).ShouldBeTrue();
        (await Store.TryTakeAsync("day-a-2026-11-22", 1, 25, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Accounts_are_counted_apart()
    {
        (await Store.TryTakeAsync("day-a-2026-11-22", 25, 25, default)).ShouldBeTrue();
        (await Store.TryTakeAsync("day-a-2026-11-23", 25, 25, default)).ShouldBeTrue();
    }

    [Fact]
    public async Task Many_that_take_at_once_are_all_counted()
    {
        var store = Store;
        var taken = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => Task.Run(() => store.TryTakeAsync("run-x", 2, 21, default)))
        );
        taken.Count(one => one).ShouldBe(10);
        (await store.TryTakeAsync("run-x", 1, 21, default)).ShouldBeTrue();
        (await store.TryTakeAsync("run-x", 1, 21, default)).ShouldBeFalse();
    }
}
