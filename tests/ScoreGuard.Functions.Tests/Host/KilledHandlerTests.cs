using System.Text.Json;

namespace ScoreGuard.Functions.Tests.Host;

/// <summary>Handlers are always killed, never asked to stop: whatever the moment, the run ends as the undisturbed one.</summary>
public sealed class KilledHandlerTests
{
    /// <summary>Four parts.</summary>
    private const int Leads = 100_000;

    [Fact]
    public async Task A_run_of_several_parts_ends_with_the_undisturbed_verdict_whenever_its_handler_is_killed()
    {
        using var guarded = new GuardedFolder(Leads);
        using var host = new FunctionsHostStandIn(guarded.Path, ServedApi.KeySettings);
        await host.ReadyAsync();
        await host.ApproveAsync();
        guarded.EditModel();
        var undisturbed = await RunAsync(host, "undisturbed", new Random(10), during: null);
        undisturbed.GetProperty("verdict").GetString().ShouldBe("drift");
        var kills = 0;
        for (var seed = 11; seed < 14; seed++)
        {
            var chance = new Random(seed);
            var run = await RunAsync(
                host,
                $"disturbed {seed}",
                chance,
                async () =>
                {
                    if (chance.Next(2) == 0)
                    {
                        // Anything from before the call has arrived to after it was answered.
                        await Task.Delay(chance.Next(400));
                        host.Handler.Kill();
                        kills++;
                    }
                }
            );
            run.GetProperty("verdict").GetString().ShouldBe("drift", $"seed {seed}");
            run.GetProperty("figures")
                .GetRawText()
                .ShouldBe(undisturbed.GetProperty("figures").GetRawText(), $"seed {seed}");
        }

        kills.ShouldBeGreaterThan(5);
        host.Poison.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_whose_handler_dies_of_a_step_each_time_is_given_up_as_broken()
    {
        using var guarded = new GuardedFolder();
        using var host = new FunctionsHostStandIn(guarded.Path, ServedApi.KeySettings);
        await host.ReadyAsync();
        var address = await host.OrderAsync("doomed");
        await host.DrainAsync(
            new Random(20),
            () =>
            {
                if (host.Poison.Count == 0)
                {
                    host.Handler.Kill();
                }

                return Task.CompletedTask;
            }
        );
        host.Poison.ShouldNotBeEmpty();
        var ended = await host.GetAsync(address);
        ended.GetProperty("state").GetString().ShouldBe("ended");
        ended.GetProperty("verdict").GetString().ShouldBe("broken");
    }

    [Fact]
    public async Task Two_handlers_over_one_folder_end_a_run_once_and_with_the_right_verdict()
    {
        using var guarded = new GuardedFolder(Leads);
        using var one = new FunctionsHostStandIn(guarded.Path, ServedApi.KeySettings);
        using var other = new FunctionsHostStandIn(guarded.Path, ServedApi.KeySettings);
        await one.ReadyAsync();
        await other.ReadyAsync();
        await one.ApproveAsync();
        guarded.EditModel();
        var addresses = await Task.WhenAll(one.OrderAsync("here"), other.OrderAsync("there"));
        await Task.WhenAll(one.DrainAsync(new Random(30)), other.DrainAsync(new Random(31)));
        // The one that found the queue empty may have left the other's last steps.
        await one.DrainAsync(new Random(32));
        foreach (var address in addresses)
        {
            (await other.GetAsync(address)).GetProperty("verdict").GetString().ShouldBe("drift");
        }

        (await one.GetAsync("/api/runs")).GetProperty("runs").GetArrayLength().ShouldBe(3);
    }

    private static async Task<JsonElement> RunAsync(
        FunctionsHostStandIn host,
        string reason,
        Random chance,
        Func<Task>? during
    )
    {
        var address = await host.OrderAsync(reason);
        await host.DrainAsync(chance, during);
        if (host.Handler.HasExited)
        {
            await host.RestartAsync();
        }

        var run = await host.GetAsync(address);
        run.GetProperty("state").GetString().ShouldBe("ended", host.Handler.All());
        return run;
    }
}
