using ScoreGuard.Testing;

namespace ScoreGuard.Integration.Tests.CommandLine;

public sealed class InitTests
{
    [Theory]
    [InlineData("hubspot")]
    [InlineData("marketo")]
    [InlineData("mautic")]
    [InlineData("salesforce")]
    [InlineData("http")]
    public async Task A_workspace_for_a_platform_says_which_settings_it_needs_and_they_are_all(string target)
    {
        using var guarded = new GuardedFolder(leads: 0);
        var folder = guarded.In(target);
        var made = await ScoreGuardProcess.RunAsync("init", folder, "--target", target);
        made.ExitCode.ShouldBe(0, made.All);
        File.Exists(Path.Combine(folder, "model.yaml")).ShouldBeFalse();
        File.Exists(Path.Combine(folder, "schemas/model.schema.json")).ShouldBeFalse();
        foreach (var file in (string[])["scoreguard.yaml", "leads.yaml"])
        {
            (await File.ReadAllTextAsync(Path.Combine(folder, file))).ShouldBe(InitTemplates.Read(target, file));
        }

        var page = await File.ReadAllTextAsync(Path.Combine(SampleFiles.Folder(""), $"../docs/targets/{target}.md"));
        made.Output.ShouldContain($"docs/targets/{target}.md");
        var settings = made
            .Output.Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("export ", StringComparison.Ordinal))
            .Select(line => line["export ".Length..line.IndexOf('=', StringComparison.Ordinal)])
            .ToList();
        settings.ShouldNotBeEmpty();
        settings.ShouldAllBe(setting => page.Contains($"export {setting}=", StringComparison.Ordinal));
        (await ScoreGuardProcess.RunAsync("generate", folder)).ExitCode.ShouldBe(0);
        var validated = await ScoreGuardProcess.RunAsync(
            settings.ToDictionary(setting => setting, Value),
            "validate",
            folder
        );
        validated.ExitCode.ShouldBe(0, validated.All);
        validated.Output.ShouldContain("nothing wrong");
    }

    [Fact]
    public async Task A_target_that_is_none_is_refused_and_nothing_is_made()
    {
        using var guarded = new GuardedFolder(leads: 0);
        var folder = guarded.In("none");
        var refused = await ScoreGuardProcess.RunAsync("init", folder, "--target", "hubspto");
        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain("did you mean `hubspot`?");
        Directory.Exists(folder).ShouldBeFalse();
    }

    private static string Value(string setting) =>
        setting.EndsWith("_URL", StringComparison.Ordinal) ? "https://platform.example" : "x";
}
