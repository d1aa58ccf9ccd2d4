using System.Text;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.FakePlatforms;
using ScoreGuard.FakePlatforms.Marketo;
using ScoreGuard.Targets.Platforms;
using ScoreGuard.Testing;
using ScoreGuard.Yaml;

namespace ScoreGuard.Targets.Tests.Marketo;

/// <summary>The page about Marketo says what holds.</summary>
public sealed class MarketoPageTests
{
    private static readonly string Page = File.ReadAllText(
        Path.Combine(SampleFiles.Folder(""), "../docs/targets/marketo.md")
    );

    [Fact]
    public void The_pages_workspace_can_be_opened()
    {
        var start = Page.IndexOf("```yaml\n", StringComparison.Ordinal) + "```yaml\n".Length;
        var yaml = Page[start..Page.IndexOf("```", start, StringComparison.Ordinal)];
        var document = YamlDocument.Read("scoreguard.yaml", Encoding.UTF8.GetBytes(yaml));
        var root = document.ShouldBeOfType<Parsed<DocumentNode>.Ok>().Value;
        var workspace = WorkspaceReader.Read("scoreguard.yaml", root);
        var target = workspace.ShouldBeOfType<Parsed<Workspace>.Ok>(Told(workspace)).Value.Target;
        var opened = TargetOpening.Open(
            new(
                target,
                MarketoBench.Run,
                new Connections(name =>
                    Page.Contains($"`{name}`", StringComparison.Ordinal)
                        ? name.EndsWith("_URL", StringComparison.Ordinal)
                            ? "https://123-ABC-456.mktorest.com"
                            : FakeMarketo.ClientId
                        : null
                ),
                new MemoryLedger(),
                TimeProvider.System
            )
        );
        opened.ShouldBeOfType<Parsed<ITarget>.Ok>(Told(opened));
        target.Signals.Select(signal => signal.Kind).Distinct().Count().ShouldBe(5, "every signal has an example");
    }

    [Theory]
    [InlineData("list")]
    [InlineData("partition")]
    [InlineData("folders")]
    [InlineData("breachFields")]
    [InlineData("breachActivities")]
    public void Every_option_has_its_line(string option) => Page.ShouldContain($"| `{option}` |");

    private static string Told<T>(Parsed<T> parsed) =>
        parsed is Parsed<T>.Refused refused
            ? string.Join('\n', refused.Diagnostics.Select(wrong => $"{wrong.Path}: {wrong.Message}"))
            : "";
}
