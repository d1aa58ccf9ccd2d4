using System.Text;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.FakePlatforms;
using ScoreGuard.Testing;
using ScoreGuard.Yaml;

namespace ScoreGuard.Targets.Tests.HubSpot;

/// <summary>What docs/targets/hubspot.md says to type works.</summary>
public sealed class HubSpotPageTests
{
    [Fact]
    public void The_pages_workspace_opens()
    {
        var page = File.ReadAllText(Path.Combine(SampleFiles.Folder(""), "../docs/targets/hubspot.md"));
        var begin = page.IndexOf("```yaml\n", StringComparison.Ordinal) + "```yaml\n".Length;
        var target = page[begin..page.IndexOf("```", begin, StringComparison.Ordinal)];
        var yaml = Encoding.UTF8.GetBytes($"scoreguard: 1\nname: Page\n{target}");
        var document = ModelTexts.Value(YamlDocument.Read("scoreguard.yaml", yaml));
        var workspace = ModelTexts.Value(WorkspaceReader.Read("scoreguard.yaml", document));
        var opened = TargetOpening.Open(
            new(workspace.Target, HubSpotBench.Run, new(_ => "x"), new MemoryLedger(), TimeProvider.System)
        );
        // The address is as wrong as the token, and it is all that is wrong.
        opened
            .ShouldBeOfType<Parsed<ITarget>.Refused>()
            .Diagnostics.ShouldHaveSingleItem()
            .Message.ShouldContain("SCOREGUARD_CONNECTION_HUBSPOT_URL");
    }
}
