using ScoreGuard.Domain.Faults;
using ScoreGuard.FakePlatforms;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Tests.Platforms;

public sealed class CallMeterTests
{
    private readonly LeapingTime _time = new(new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero));
    private readonly MemoryLedger _ledger = new();

    [Fact]
    public async Task No_window_holds_more_calls_than_the_pace_allows()
    {
        using var meter = Meter(1000, 1000);
        var passed = new List<DateTimeOffset>();
        for (var call = 0; call < 23; call++)
        {
            await meter.PassAsync(default);
            passed.Add(_time.GetUtcNow());
        }

        for (var call = 5; call < passed.Count; call++)
        {
            (passed[call] - passed[call - 5]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(10));
        }

        // And it does not dawdle: 23 calls are four full windows and the beginning of a fifth.
        _time.Waited.ShouldBe(TimeSpan.FromSeconds(40));
    }

    [Theory]
    [InlineData(17, 100)]
    [InlineData(100, 17)]
    [InlineData(9, 9)]
    public async Task No_call_passes_beyond_the_budget_of_the_run_or_the_day(int perRun, int perDay)
    {
        using var meter = Meter(perRun, perDay);
        for (var call = 0; call < Math.Min(perRun, perDay); call++)
        {
            await meter.PassAsync(default);
        }

        var fault = await Should.ThrowAsync<TargetFault>(() => meter.PassAsync(default));
        fault.Kind.ShouldBe(TargetFaultKind.BudgetSpent);
    }

    [Fact]
    public async Task A_day_has_one_budget_for_all_its_runs_and_the_next_day_another()
    {
        using var first = Meter(100, 12, "a");
        for (var call = 0; call < 8; call++)
        {
            await first.PassAsync(default);
        }

        // Ten were taken from the ledger by the first, so two are left for others.
        using var second = Meter(100, 12, "b");
        await second.PassAsync(default);
        await second.PassAsync(default);
        await Should.ThrowAsync<TargetFault>(() => second.PassAsync(default));
        _time.Advance(TimeSpan.FromDays(1));
        await second.PassAsync(default);
    }

    private CallMeter Meter(int perRun, int perDay, string run = "r") =>
        new(new(5, TimeSpan.FromSeconds(10)), new(run, "c", perRun, perDay), _ledger, _time);
}
