using System.Diagnostics;

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

        using (var signal = Process.Start("kill", ["-INT", $"{process.Id}"]))
        {
            await signal.WaitForExitAsync();
        }

        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(130);
        (await error).ShouldBe(
            $"Stopped. Nothing half-written is left; run it again whenever you like.{Environment.NewLine}"
        );
        (await ScoreGuardProcess.RunAsync("run", guarded.Path)).ExitCode.ShouldBe(3);
    }

    private static async Task Fine(params string[] arguments)
    {
        var ended = await ScoreGuardProcess.RunAsync(arguments);
        ended.ExitCode.ShouldBe(0, ended.All);
    }
}
