using System.Diagnostics;
using System.Runtime.Versioning;
using ScoreGuard.Functions.Tests.Host;

namespace ScoreGuard.Functions.Tests.Publishing;

[UnsupportedOSPlatform("windows")]
public sealed class PublishedAppTests(PublishedApp published, ITestOutputHelper output) : IClassFixture<PublishedApp>
{
    private const string Executable = "scoreguard-functions";

    [Fact]
    public void The_folder_holds_the_host_file_one_executable_and_a_folder_a_function_and_nothing_else()
    {
        string[] expected = ["host.json", Executable, .. FunctionFolder.All.Select(folder => folder.Name)];
        Directory
            .EnumerateFileSystemEntries(published.Folder)
            .Select(entry => Path.GetFileName(entry))
            .ShouldBe(expected, ignoreOrder: true);
        foreach (var folder in FunctionFolder.All)
        {
            Directory
                .EnumerateFileSystemEntries(Path.Combine(published.Folder, folder.Name))
                .Select(entry => Path.GetFileName(entry))
                .ShouldBe(["function.json"]);
        }
    }

    [Fact]
    public void What_is_published_is_what_is_in_the_repository()
    {
        Same("host.json", "host.json");
        foreach (var folder in FunctionFolder.All)
        {
            Same($"{folder.Name}/function.json", $"src/ScoreGuard.Functions/Triggers/{folder.Name}/function.json");
        }

        void Same(string deployed, string source) =>
            File.ReadAllText(Path.Combine(published.Folder, deployed))
                .ShouldBe(File.ReadAllText(Repository.In(source)), deployed);
    }

    [Fact]
    public void The_executable_may_be_executed() =>
        (File.GetUnixFileMode(Path.Combine(published.Folder, Executable)) & UnixFileMode.UserExecute).ShouldBe(
            UnixFileMode.UserExecute
        );

    [Fact]
    public void Publishing_restores_what_is_locked() => published.ChangedLocks.ShouldBeEmpty();

    [Fact]
    public async Task It_answers_a_person_and_a_timer_on_a_machine_without_NET()
    {
        using var guarded = new GuardedFolder();
        var started = Stopwatch.GetTimestamp();
        using var host = FunctionsHostStandIn.OfPublished(published.Folder, guarded.Path);
        await host.ReadyAsync();
        output.WriteLine($"Process start to first answer: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F0} ms");
        var first = Stopwatch.GetTimestamp();
        (await host.InvokeAsync("RunsTimer", HostCalls.Timer("2026-11-21T21:24:00+00:00"))).ShouldBe(
            HostJudgement.Succeeded,
            host.Handler.All()
        );
        output.WriteLine($"First timer call: {Stopwatch.GetElapsedTime(first).TotalMilliseconds:F0} ms");
        await host.DrainAsync(new Random(7));
        await host.Handler.SaysAsync("\"event\":\"run.finished\"");
    }
}
