using ScoreGuard.Infra.Tests.Syntax;

namespace ScoreGuard.Infra.Tests;

/// <summary>What the alerts look for is what is there.</summary>
public sealed class AlertTests
{
    private static readonly BicepFile Monitoring = InfraFiles.Current.Get("infra/modules/monitoring.bicep");

    [Theory]
    [InlineData("brokenRuns", "tostring(entry.event) == \"run.finished\" and tostring(entry.verdict) == \"broken\"")]
    [InlineData("heartbeats", "tostring(entry.event) == \"heartbeat\"")]
    [InlineData("poisonMessages", "Uri contains \"/scoreguard-work-poison/\"")]
    public void An_alert_asks_for_its_event(string query, string condition) => Query(query).ShouldContain(condition);

    [Theory]
    [InlineData("run.finished")]
    [InlineData("heartbeat")]
    public void An_event_that_an_alert_asks_for_is_one_that_the_app_logs(string name) =>
        File.ReadAllText(Path.Combine(Repository.Root, "src/ScoreGuard.Functions/Observing/Events.cs"))
            .ShouldContain($"EventName = \"{name}\"");

    [Fact]
    public void Every_query_has_its_alert_and_every_alert_its_receivers()
    {
        var alerts = Monitoring
            .Root.Children.Where(node =>
                node.Text.Contains("'Microsoft.Insights/scheduledQueryRules@", StringComparison.Ordinal)
            )
            .ToList();

        alerts.Count.ShouldBe(3);
        alerts.ShouldAllBe(alert => alert.Text.Contains("receiversOfAlerts.id", StringComparison.Ordinal));
        string[] queries = ["brokenRuns", "heartbeats", "poisonMessages"];
        queries.ShouldAllBe(query =>
            alerts.Count(alert => alert.All("identifier").Any(name => name.Text == query)) == 1
        );
    }

    [Fact]
    public void Every_alert_says_in_the_operations_guide_what_to_do()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));
        var names = Monitoring
            .Root.All("object_property")
            .Where(property => property.Children[0].Text == "displayName")
            .Select(property => property.Children[^1].Unquoted().Replace("ScoreGuard: ", "", StringComparison.Ordinal))
            .ToList();

        names.Count.ShouldBe(3);
        names.ShouldAllBe(name => guide.Contains($"\n| {name} | ", StringComparison.Ordinal));
    }

    /// <summary>A trace that sampling dropped would be an alert that never came.</summary>
    [Fact]
    public void Traces_are_not_sampled() =>
        InfraFiles.Current.FunctionApp.Root.Text.ShouldContain(
            "AzureFunctionsJobHost__logging__applicationInsights__samplingSettings__excludedTypes: 'Trace;Exception'"
        );

    [Fact]
    public void The_silence_of_the_timer_is_one_row_so_that_it_can_be_counted() =>
        Query("heartbeats").TrimEnd('\'', '\n').ShouldEndWith("| summarize beats = count()");

    private static string Query(string name) =>
        Monitoring
            .Root.Children.Single(node => node.Type == "variable_declaration" && BicepFile.SymbolOf(node) == name)
            .Text;
}
