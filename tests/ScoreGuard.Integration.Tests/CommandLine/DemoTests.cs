namespace ScoreGuard.Integration.Tests.CommandLine;

public sealed class DemoTests
{
    [Fact]
    public async Task The_demo_plays_twice_in_a_row_and_says_where_its_report_is()
    {
        using var guarded = new GuardedFolder(leads: 0);
        var folder = guarded.In("demo");
        for (var time = 0; time < 2; time++)
        {
            var played = await ScoreGuardProcess.RunAsync("demo", folder);
            played.ExitCode.ShouldBe(0, played.All);
            played.Output.ShouldContain("The next night: passed.");
            played.Output.ShouldContain("The night after: drift.");
            played.Output.ShouldContain("points -10 → -25");
            played.Output.ShouldContain("Field country: synonyms removed Germany for DE.");
            var report = played
                .Output.Split('\n')
                .Single(line => line.StartsWith("The drift report: ", StringComparison.Ordinal))[
                    "The drift report: ".Length..
                ]
                .Trim();
            File.Exists(report).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_new_workspace_is_valid_and_runs()
    {
        using var guarded = new GuardedFolder(leads: 0);
        var folder = guarded.In("new");
        foreach (
            var (arguments, exit) in ((string[], int)[])
                [(["init", folder], 0), (["validate", folder], 0), (["generate", folder], 0), (["run", folder], 3)]
        )
        {
            var ended = await ScoreGuardProcess.RunAsync(arguments);
            ended.ExitCode.ShouldBe(exit, ended.All);
        }

        foreach (var name in (string[])["scoreguard", "model", "leads"])
        {
            (await File.ReadAllTextAsync(Path.Combine(folder, name + ".yaml"))).ShouldStartWith(
                $"# yaml-language-server: $schema=./schemas/{name}.schema.json\n"
            );
            File.Exists(Path.Combine(folder, "schemas", $"{name}.schema.json")).ShouldBeTrue();
        }
    }
}
