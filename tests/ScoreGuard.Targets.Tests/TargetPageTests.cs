using System.Text;
using System.Text.RegularExpressions;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.FakePlatforms;
using ScoreGuard.Targets.Http;
using ScoreGuard.Targets.Model;
using ScoreGuard.Targets.Platforms;
using ScoreGuard.Testing;
using ScoreGuard.Yaml;

namespace ScoreGuard.Targets.Tests;

/// <summary>What the pages under docs/targets tell people to write is taken as it stands.</summary>
public sealed partial class TargetPageTests
{
    private const string AcceptVariable = "SCOREGUARD_ACCEPT";

    /// <summary>Written once: what `scoreguard init` makes is what the page shows.</summary>
    [Theory]
    [InlineData("http")]
    [InlineData("hubspot")]
    [InlineData("marketo")]
    [InlineData("mautic")]
    [InlineData("salesforce")]
    public void The_first_workspace_on_a_page_is_the_one_that_init_writes(string target)
    {
        var page = $"{target}.md";
        var written = InitTemplates.Read(target, Workspace.FileName);
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "targets")
        {
            File.WriteAllText(PathOf(page), Blocks().Replace(Read(page), _ => $"```yaml\n{written}```", 1));
        }

        Blocks()
            .Match(Read(page))
            .Groups["yaml"]
            .Value.ShouldBe(
                written,
                $"To accept: {AcceptVariable}=targets dotnet test tests/ScoreGuard.Targets.Tests --filter {nameof(TargetPageTests)}"
            );
    }

    [Theory]
    [InlineData("http.md", 3)]
    [InlineData("hubspot.md", 1)]
    [InlineData("marketo.md", 1)]
    [InlineData("mautic.md", 1)]
    [InlineData("model.md", 2)]
    [InlineData("salesforce.md", 1)]
    public void Every_workspace_on_a_page_is_read_and_opened_without_a_word(string page, int count)
    {
        var workspaces = Blocks().Matches(Read(page)).Select(block => block.Groups["yaml"].Value).ToList();
        workspaces.Count.ShouldBe(count);
        foreach (var yaml in workspaces)
        {
            var target = Target(yaml);
            var setting = Some.Setting(target, Connections(target), new LeapingTime(Some.Start));
            var told = target.Type switch
            {
                TargetType.Http => Told(HttpScoring.Open(setting)),
                TargetType.Model => Told(ModelFetching.Open(setting, new MemoryModelCache(), null)),
                _ => Told(TargetOpening.Open(setting)),
            };
            told.ShouldBeEmpty(yaml);
        }
    }

    [Theory]
    [InlineData("http.md", TargetType.Http)]
    [InlineData("hubspot.md", TargetType.HubSpot)]
    [InlineData("marketo.md", TargetType.Marketo)]
    [InlineData("mautic.md", TargetType.Mautic)]
    [InlineData("salesforce.md", TargetType.Salesforce)]
    public void Every_option_has_its_place_on_the_page(string page, TargetType type)
    {
        // An option that is nowhere near a known one makes the reader list all that it knows.
        var target = TargetDefinition.Model with
        {
            Type = type,
            Connection = "x",
            Options = Some.Options(("xxxxxxxxxxxxxxxxxxxx", "x")),
        };
        var setting = Some.Setting(target, Connections(target), new LeapingTime(Some.Start));
        var told = type == TargetType.Http ? Told(HttpScoring.Open(setting)) : Told(TargetOpening.Open(setting));
        var list = told.Single(message => message.Contains("; known: ", StringComparison.Ordinal));
        var known = Names().Matches(list[list.IndexOf("; known: ", StringComparison.Ordinal)..]);
        known.Count.ShouldBeGreaterThan(2);
        var table = Read(page).Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();
        foreach (Match name in known)
        {
            table.ShouldContain(
                line => line.Split('|')[1].Contains(name.Value, StringComparison.Ordinal),
                $"{name.Value} is not on {page}"
            );
        }
    }

    private static Connections Connections(TargetDefinition target) =>
        new(name =>
            name.EndsWith("_URL", StringComparison.Ordinal)
                ? target.Url is { } url
                    ? url[..url.LastIndexOf('/')]
                    : "https://platform.example"
                : name.EndsWith("_TOKEN", StringComparison.Ordinal)
                || name.EndsWith("_CLIENT_ID", StringComparison.Ordinal)
                || name.EndsWith("_CLIENT_SECRET", StringComparison.Ordinal)
                    ? "x"
                    : null
        );

    private static string[] Told<T>(Parsed<T> parsed) =>
        parsed is Parsed<T>.Refused refused ? [.. refused.Diagnostics.Select(wrong => wrong.Message)] : [];

    private static TargetDefinition Target(string yaml) =>
        Some.Opened(
            WorkspaceReader.Read(
                Workspace.FileName,
                Some.Opened<DocumentNode>(YamlDocument.Read(Workspace.FileName, Encoding.UTF8.GetBytes(yaml)))
            )
        ).Target;

    private static string Read(string page) => File.ReadAllText(PathOf(page));

    private static string PathOf(string page) =>
        Path.GetFullPath(Path.Combine(SampleFiles.Folder(""), "../docs/targets", page));

    [GeneratedRegex(
        "^```yaml\n(?<yaml>.*?)^```",
        RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Blocks();

    [GeneratedRegex("`[A-Za-z.-]+`", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Names();
}
