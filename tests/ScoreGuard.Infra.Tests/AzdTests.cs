using ScoreGuard.Infra.Tests.Compiler;
using YamlDotNet.RepresentationModel;

namespace ScoreGuard.Infra.Tests;

/// <summary><c>azure.yaml</c> and what it points at.</summary>
public sealed class AzdTests
{
    private static readonly YamlMappingNode Service = (YamlMappingNode)Read()["services"]["api"];

    [Fact]
    public void The_service_is_a_function_app_that_azd_does_not_build_itself()
    {
        Text(Service["host"]).ShouldBe("function");
        Text(Service["language"]).ShouldBe("custom");
    }

    [Theory]
    [InlineData("posix")]
    [InlineData("windows")]
    public void The_hook_publishes_the_app_into_the_folder_that_azd_packs(string system) =>
        Text(Service["hooks"]["prepackage"][system]["run"])
            .ShouldContain($"dotnet publish src/ScoreGuard.Functions -c Release -o {Text(Service["dist"])}");

    /// <summary>A version that was built before must not leave files behind in the next package.</summary>
    [Theory]
    [InlineData("posix", "rm -rf artifacts/functions && ")]
    [InlineData("windows", "Remove-Item -Recurse -Force artifacts/functions")]
    public void The_hook_begins_with_an_empty_folder(string system, string command) =>
        Text(Service["hooks"]["prepackage"][system]["run"]).ShouldContain(command);

    [Fact]
    public void The_app_bears_the_tag_by_which_azd_finds_it() =>
        InfraFiles.Current.Deployments.ByAzd.Get("Microsoft.Web/sites").At("tags.azd-service-name").ShouldBe("api");

    /// <summary>azd looks for the app by this tag too: an environment is one of its own.</summary>
    [Fact]
    public void The_group_and_the_app_bear_the_name_of_the_environment()
    {
        InfraFiles
            .Current.Deployments.ByAzd.Get("Microsoft.Resources/resourceGroups")
            .At("tags.azd-env-name")
            .ShouldBe("test");
        InfraFiles.Current.Deployments.ByAzd.Get("Microsoft.Web/sites").At("tags.azd-env-name").ShouldBe("test");
    }

    private static YamlNode Read()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(InfraFiles.Current.Text("azure.yaml")));
        return stream.Documents[0].RootNode;
    }

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";
}
