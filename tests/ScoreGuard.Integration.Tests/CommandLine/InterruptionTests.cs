using System.Diagnostics;
using ScoreGuard.FakePlatforms.HubSpot;

namespace ScoreGuard.Integration.Tests.CommandLine;

/// <summary>Whenever a run ends before its time, nothing half-written is read and the next run works.</summary>
public sealed class InterruptionTests
{
    [Fact]
    public async Task A_run_killed_at_any_moment_leaves_a_store_that_the_next_run_can_use()
    {
        using var guarded = new GuardedFolder(leads: 30_000);
        await Fine("generate", guarded.Path);
        (await ScoreGuardProcess.RunAsync("run", guarded.Path)).ExitCode.ShouldBe(3);
        await Fine("decide", "latest", guarded.Path, "--accept-all", "--reason", "ok");
        var watch = Stopwatch.StartNew();
        await Fine("run", guarded.Path);
        var whole = watch.Elapsed;
        var random = new Random(4711);
        for (var attempt = 0; attempt < 12; attempt++)
        {
            // Another model each time, so that there is something to write wherever it is killed.
            guarded.Write(
                "model.yaml",
                (await File.ReadAllTextAsync(guarded.In("model.yaml"))).Replace(
                    $"points: {10 + attempt}",
                    $"points: {11 + attempt}",
                    StringComparison.Ordinal
                )
            );
            using var process = ScoreGuardProcess.Start("run", guarded.Path);
            await Task.Delay(whole * (0.3 + (random.NextDouble() * 0.8)));
            process.Kill();
            await process.WaitForExitAsync();
            (await ScoreGuardProcess.RunAsync("history", guarded.Path)).ExitCode.ShouldBe(0);
        }

        (await ScoreGuardProcess.RunAsync("run", guarded.Path)).ExitCode.ShouldBe(2);
        await Fine("decide", "latest", guarded.Path, "--accept-all", "--reason", "ok");
        await Fine("run", guarded.Path);
        Directory.GetFiles(guarded.In(".scoreguard"), "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ctrl_C_ends_with_a_clean_message_and_frees_the_lock()
    {
        using var guarded = new GuardedFolder(leads: 200_000);
        await Fine("generate", guarded.Path);
        using var process = ScoreGuardProcess.Start("run", guarded.Path);
        var error = process.StandardError.ReadToEndAsync();
        var holder = guarded.In(".scoreguard/lock-holder.json");
        var earlier = File.GetLastWriteTimeUtc(holder);
        while (File.GetLastWriteTimeUtc(holder) == earlier && !process.HasExited)
        {
            await Task.Delay(5);
        }

        await InterruptAsync(process);
        process.ExitCode.ShouldBe(130);
        (await error).ShouldBe(
            $"Stopped. Nothing half-written is left; run it again whenever you like.{Environment.NewLine}"
        );
        (await ScoreGuardProcess.RunAsync("run", guarded.Path)).ExitCode.ShouldBe(3);
    }

    [Fact]
    public async Task Ctrl_C_while_records_are_on_a_platform_says_so_once_and_the_next_command_removes_them()
    {
        await using var platform = await FakeHubSpot.StartAsync(
            TimeProvider.System,
            (_, signals) => new Dictionary<string, string?> { ["lead_score"] = $"{signals.Count}", ["fit_score"] = "0" }
        );
        using var guarded = new GuardedFolder(leads: 0);
        var folder = guarded.In("guard");
        await Fine("init", folder, "--target", "hubspot");
        await Fine("generate", folder);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SCOREGUARD_CONNECTION_HUBSPOT_URL"] = platform.Url.AbsoluteUri,
            ["SCOREGUARD_CONNECTION_HUBSPOT_TOKEN"] = platform.Habits.Token,
        };
        using var process = ScoreGuardProcess.Start(settings, "run", folder);
        var error = process.StandardError.ReadToEndAsync();
        while (platform.Records.Count == 0 && !process.HasExited)
        {
            await Task.Delay(20);
        }

        await InterruptAsync(process);
        process.ExitCode.ShouldBe(130);
        var said = await error;
        said.ShouldContain(" Creating 1 record …");
        said.ShouldEndWith(
            $"{Environment.NewLine}Stopped. Nothing half-written is left here, but synthetic records may still be on the platform: `scoreguard janitor` removes them at once, the next run does it first.{Environment.NewLine}"
        );
        var cleaned = await ScoreGuardProcess.RunAsync(settings, "janitor", folder);
        cleaned.Output.ShouldStartWith("Cleaned up after 1 run of this workspace: ");
        platform.Records.ShouldAllBe(contact => !contact.IsThere);
    }

    private static async Task InterruptAsync(Process process)
    {
        using (var signal = Process.Start("kill", ["-INT", $"{process.Id}"]))
        {
            await signal.WaitForExitAsync();
        }

        await process.WaitForExitAsync();
    }

    private static async Task Fine(params string[] arguments)
    {
        var ended = await ScoreGuardProcess.RunAsync(arguments);
        ended.ExitCode.ShouldBe(0, ended.All);
    }
}
