using ScoreGuard.Domain.Runs;
using ScoreGuard.Storage.Azure.Tables;

namespace ScoreGuard.Storage.Tests.Azure;

public sealed class AzureRunLockTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private string _workspace = "";

    public async ValueTask InitializeAsync()
    {
        _workspace = AzuriteFixture.NewName();
        await azurite.Open(_workspace).PrepareAsync(default);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_second_is_told_who_holds_the_lock_and_since_when()
    {
        var first = await AcquireAsync();
        (await TryAsync())
            .ShouldBeOfType<RunLockResult.Held>()
            .Holder.ShouldBe($"a run (process {Environment.ProcessId} on {Environment.MachineName}, since {Some.At})");
        first.Handle.Dispose();
        (await AcquireAsync()).Handle.Dispose();
        first.Lost.IsCancellationRequested.ShouldBeFalse();
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_exactly_one_gets_it()
    {
        for (var round = 0; round < 10; round++)
        {
            var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(TryAsync)));
            results.OfType<RunLockResult.Acquired>().ShouldHaveSingleItem().Handle.Dispose();
        }
    }

    [Fact]
    public async Task A_lock_that_is_renewed_is_not_taken_over()
    {
        var first = await AcquireAsync();
        for (var step = 0; step < 10; step++)
        {
            var before = await ExpiryAsync();
            _time.Advance(TimeSpan.FromSeconds(20));
            await Eventually(async () => await ExpiryAsync() == before + TimeSpan.FromSeconds(20));
            (await TryAsync()).ShouldBeOfType<RunLockResult.Held>();
        }

        first.Lost.IsCancellationRequested.ShouldBeFalse();
        first.Handle.Dispose();
        (await ExpiryAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_lock_whose_holder_is_gone_is_taken_over_once_it_has_expired()
    {
        var gone = new ManualTime();
        (
            await azurite.Open(_workspace, gone).Lock.TryAcquireAsync("run", Some.At, default)
        ).ShouldBeOfType<RunLockResult.Acquired>();
        _time.Advance(TimeSpan.FromSeconds(59));
        (await TryAsync()).ShouldBeOfType<RunLockResult.Held>();
        _time.Advance(TimeSpan.FromSeconds(1));
        (await AcquireAsync()).Handle.Dispose();
    }

    [Fact]
    public async Task A_holder_that_was_taken_over_notices_and_leaves_the_lock_to_the_other()
    {
        var slow = new ManualTime();
        var first = (
            await azurite.Open(_workspace, slow).Lock.TryAcquireAsync("run", Some.At, default)
        ).ShouldBeOfType<RunLockResult.Acquired>();
        _time.Advance(TimeSpan.FromSeconds(60));
        var second = await AcquireAsync();
        slow.Advance(TimeSpan.FromSeconds(20));
        await Eventually(() => Task.FromResult(first.Lost.IsCancellationRequested));
        first.Handle.Dispose();
        (await TryAsync()).ShouldBeOfType<RunLockResult.Held>();
        second.Lost.IsCancellationRequested.ShouldBeFalse();
        second.Handle.Dispose();
    }

    [Fact]
    public async Task A_holder_that_was_asleep_for_longer_than_the_lease_has_lost_it()
    {
        var first = await AcquireAsync();
        _time.Advance(TimeSpan.FromSeconds(61));
        await Eventually(() => Task.FromResult(first.Lost.IsCancellationRequested));
        first.Handle.Dispose();
    }

    [Fact]
    public async Task A_lock_whose_answer_got_lost_is_held_by_whoever_asked()
    {
        var options = new TableClientOptions { Retry = { Delay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero } };
        var lost = 0;
        options.AddPolicy(
            new LossyPolicy(request => request.Method.Method == "POST" && lost++ == 0),
            global::Azure.Core.HttpPipelinePosition.PerRetry
        );
        var stores = azurite.Open(_workspace, _time, options);
        var acquired = (
            await stores.Lock.TryAcquireAsync("run", Some.At, default)
        ).ShouldBeOfType<RunLockResult.Acquired>();
        acquired.Handle.Dispose();
        (await ExpiryAsync()).ShouldBeNull();
    }

    private Task<RunLockResult> TryAsync() =>
        azurite.Open(_workspace, _time).Lock.TryAcquireAsync("run", Some.At, default);

    private async Task<RunLockResult.Acquired> AcquireAsync() =>
        (await TryAsync()).ShouldBeOfType<RunLockResult.Acquired>();

    private async Task<DateTimeOffset?> ExpiryAsync()
    {
        var table = azurite.Connect().Tables.GetTableClient("ScoreGuardWork");
        var entity = await table.GetEntityIfExistsAsync<TableEntity>(_workspace, "lock");
        return entity.HasValue ? entity.Value!.GetDateTimeOffset("expiresAt") : null;
    }

    /// <summary>What another thread does, soon; never is a failure of the test's time limit.</summary>
    private static async Task Eventually(Func<Task<bool>> holds)
    {
        while (!await holds())
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
