using System.Text.Json;

namespace ScoreGuard.Functions.Tests.Host;

public sealed class TimerCallTests
{
    private const string Occurrence = "2026-11-21T21:24:00+00:00";

    public static TheoryData<string> EveryForm =>
        [
            HostCalls.Timer(Occurrence),
            HostCalls.Timer(Occurrence, pastDue: true),
            HostCalls.FirstTimer(Occurrence),
            HostCalls.TimerWithoutStatus(),
            HostCalls.RetriedTimer(Occurrence),
        ];

    [Theory]
    [MemberData(nameof(EveryForm))]
    public async Task Every_form_of_a_timers_call_orders_one_run_of_every_workspace(string body)
    {
        using var guarded = new GuardedFolder();
        using var host = new FunctionsHostStandIn(guarded.Path, ServedApi.KeySettings);
        await host.ReadyAsync();
        (await host.InvokeAsync("RunsTimer", body)).ShouldBe(HostJudgement.Succeeded);
        var run = (await RunsAsync(host)).ShouldHaveSingleItem();
        run.GetProperty("workspace").GetString().ShouldBe(GuardedFolder.Name);
        run.GetProperty("reason").GetString().ShouldBe("Scheduled");
    }

    [Fact]
    public async Task The_same_occurrence_called_again_orders_nothing_new_before_or_after_its_run_ended()
    {
        using var guarded = new GuardedFolder();
        using var host = new FunctionsHostStandIn(guarded.Path, ServedApi.KeySettings);
        await host.ReadyAsync();
        string[] calls =
        [
            HostCalls.Timer(Occurrence),
            HostCalls.RetriedTimer(Occurrence),
            HostCalls.Timer(Occurrence, pastDue: true),
        ];
        foreach (var call in calls)
        {
            (await host.InvokeAsync("RunsTimer", call)).ShouldBe(HostJudgement.Succeeded);
        }

        var ordered = (await RunsAsync(host)).ShouldHaveSingleItem().GetProperty("id").GetString();
        await host.DrainAsync(new Random(2));
        foreach (var call in calls)
        {
            (await host.InvokeAsync("RunsTimer", call)).ShouldBe(HostJudgement.Succeeded);
        }

        await host.DrainAsync(new Random(3));
        var ended = (await RunsAsync(host)).ShouldHaveSingleItem();
        ended.GetProperty("id").GetString().ShouldBe(ordered);
        ended.GetProperty("state").GetString().ShouldBe("ended");
    }

    [Fact]
    public async Task Each_occurrence_has_a_run_of_its_own()
    {
        using var guarded = new GuardedFolder();
        using var host = new FunctionsHostStandIn(guarded.Path, ServedApi.KeySettings);
        await host.ReadyAsync();
        foreach (var minute in (string[])["24", "25"])
        {
            var call = HostCalls.Timer($"2026-11-21T21:{minute}:00+00:00");
            (await host.InvokeAsync("RunsTimer", call)).ShouldBe(HostJudgement.Succeeded);
            await host.DrainAsync(new Random(4));
        }

        (await RunsAsync(host)).Length.ShouldBe(2);
    }

    [Fact]
    public async Task The_sweep_succeeds_with_nothing_to_pick_up()
    {
        using var guarded = new GuardedFolder();
        using var host = new FunctionsHostStandIn(guarded.Path);
        await host.ReadyAsync();
        (await host.InvokeAsync("RunsSweep", HostCalls.Timer(Occurrence))).ShouldBe(HostJudgement.Succeeded);
    }

    private static async Task<JsonElement[]> RunsAsync(FunctionsHostStandIn host) =>
        [.. (await host.GetAsync("/api/runs")).GetProperty("runs").EnumerateArray()];
}
