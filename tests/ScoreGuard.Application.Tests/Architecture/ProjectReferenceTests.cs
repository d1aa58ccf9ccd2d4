using System.Xml.Linq;
using ScoreGuard.Testing;

namespace ScoreGuard.Application.Tests.Architecture;

/// <summary>The house as CONTRIBUTING.md draws it, read from the project files.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly string[] Middle = ["Yaml", "Synthetic", "Targets", "Reporting", "Storage", "Mail"];

    /// <summary>What each project of <c>src</c> may reference; one that is not named here has to be given its place first.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Yaml"] = ["Domain"],
        ["Synthetic"] = ["Domain"],
        ["Targets"] = ["Domain"],
        ["Reporting"] = ["Domain"],
        ["Storage"] = ["Domain"],
        ["Mail"] = ["Domain"],
        ["Application"] = ["Domain", .. Middle],
        ["Cli"] = ["Application"],
        ["Functions"] = ["Application"],
    };

    /// <summary>What every adapter of an Azure service stands on: pipeline and identity.</summary>
    private static readonly string[] Shared = ["Azure.Core", "Azure.Identity"];

    private static readonly Dictionary<string, XDocument> Projects = Directory
        .EnumerateFiles(
            Path.GetFullPath(Path.Combine(SampleFiles.Folder(""), "../src")),
            "*.csproj",
            SearchOption.AllDirectories
        )
        .ToDictionary(NameOf, file => XDocument.Load(file), StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Allowed.Keys];

    [Fact]
    public void Every_project_of_the_source_has_its_place_in_the_house() =>
        Projects.Keys.ShouldBe(Allowed.Keys, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_project_references_only_what_stands_below_it(string project) =>
        Included(project, "ProjectReference").Select(NameOf).ShouldBeSubsetOf(Allowed[project]);

    [Fact]
    public void The_domain_uses_no_package() => Included("Domain", "PackageReference").ShouldBeEmpty();

    [Fact]
    public void Each_package_save_what_Azure_shares_has_one_project_that_uses_it() =>
        Projects
            .Keys.SelectMany(project => Included(project, "PackageReference"))
            .GroupBy(package => package, StringComparer.OrdinalIgnoreCase)
            .Where(uses => uses.Count() > 1)
            .Select(uses => uses.Key)
            .Except(Shared, StringComparer.OrdinalIgnoreCase)
            .ShouldBeEmpty();

    private static IEnumerable<string> Included(string project, string kind) =>
        Projects[project]
            .Descendants()
            .Where(element => element.Name.LocalName == kind)
            .Select(element => element.Attribute("Include").ShouldNotBeNull().Value);

    /// <summary><c>Domain</c> of any path that ends in <c>ScoreGuard.Domain.csproj</c>.</summary>
    private static string NameOf(string path) =>
        Path.GetFileNameWithoutExtension(path.Replace('\\', '/')).Replace("ScoreGuard.", "", StringComparison.Ordinal);
}
