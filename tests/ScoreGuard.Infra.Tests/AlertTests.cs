using System.Text.Json;
using ScoreGuard.Infra.Tests.Compiler;

namespace ScoreGuard.Infra.Tests;

/// <summary>What the alerts look for is what is there.</summary>
public sealed class AlertTests
{
    private static IReadOnlyList<JsonElement> Alerts =>
        [.. InfraFiles.Current.Deployments.Production.Of("Microsoft.Insights/scheduledQueryRules")];

    [Theory]
    [InlineData(
        "a run is broken",
        "tostring(entry.event) == \"run.finished\" and tostring(entry.verdict) == \"broken\""
    )]
    [InlineData("a run is broken", "and tostring(entry.kind) != \"Preview\"")]
    [InlineData("a run is broken", "or tostring(entry.event) == \"run.not-ordered\"")]
    [InlineData("the timer is silent", "tostring(entry.event) == \"heartbeat\"")]
    [InlineData("the timer is silent", "timestamp > ago(26h)")]
    [InlineData("work was given up", "Uri contains \"/scoreguard-work-poison/\"")]
    public void An_alert_asks_for_its_event(string alert, string condition) => Query(alert).ShouldContain(condition);

    [Theory]
    [InlineData("run.finished")]
    [InlineData("run.not-ordered")]
    [InlineData("heartbeat")]
    public void An_event_that_an_alert_asks_for_is_one_that_the_app_logs(string name) =>
        File.ReadAllText(Path.Combine(Repository.Root, "src/ScoreGuard.Functions/Observing/Events.cs"))
            .ShouldContain($"EventName = \"{name}\"");

    [Fact]
    public void Every_alert_is_on_and_has_its_receivers()
    {
        var receivers = InfraFiles.Current.Deployments.Production.Get("Microsoft.Insights/actionGroups").At("id");

        Alerts.Count.ShouldBe(3);
        Alerts.ShouldAllBe(alert => alert.At("properties.enabled") == "true");
        Alerts.ShouldAllBe(alert =>
            alert.At("properties.actions.actionGroups").Contains($"\"{receivers}\"", StringComparison.Ordinal)
        );
    }

    /// <summary>Lines of the app are in Application Insights, those of the queues in the workspace under it.</summary>
    [Theory]
    [InlineData("a run is broken", "Microsoft.Insights/components")]
    [InlineData("the timer is silent", "Microsoft.Insights/components")]
    [InlineData("work was given up", "Microsoft.OperationalInsights/workspaces")]
    public void An_alert_asks_where_its_lines_are(string alert, string type) =>
        Get(alert)
            .At("properties.scopes")
            .ShouldContain($"\"{InfraFiles.Current.Deployments.Production.Get(type).At("id")}\"");

    [Fact]
    public void Writes_to_the_queues_are_logged_where_the_alert_asks_for_them()
    {
        var log = InfraFiles.Current.Deployments.Production.Get("Microsoft.Insights/diagnosticSettings");

        log.At("id").ShouldContain("/queueServices/default/");
        log.At("properties.logs").ShouldContain("StorageWrite");
        Get("work was given up").At("properties.scopes").ShouldContain($"\"{log.At("properties.workspaceId")}\"");
    }

    [Fact]
    public void Every_alert_says_in_the_operations_guide_what_to_do()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));

        Alerts
            .Select(alert => alert.At("properties.displayName").Replace("ScoreGuard: ", "", StringComparison.Ordinal))
            .ShouldAllBe(name => guide.Contains($"\n| {name} | ", StringComparison.Ordinal));
    }

    /// <summary>A trace that sampling dropped would be an alert that never came.</summary>
    [Fact]
    public void Traces_are_not_sampled() =>
        InfraFiles
            .Current.Deployments.Production.Get("Microsoft.Web/sites/config", "/appsettings")
            .At("properties")
            .ShouldContain(
                "'AzureFunctionsJobHost__logging__applicationInsights__samplingSettings__excludedTypes', 'Trace;Exception'"
            );

    [Fact]
    public void The_silence_of_the_timer_is_one_row_so_that_it_can_be_counted() =>
        Query("the timer is silent").TrimEnd().ShouldEndWith("| summarize beats = count()");

    private static JsonElement Get(string alert) =>
        Alerts.Single(known => known.At("properties.displayName") == $"ScoreGuard: {alert}");

    private static string Query(string alert) =>
        Get(alert)
            .GetProperty("properties")
            .GetProperty("criteria")
            .GetProperty("allOf")
            .EnumerateArray()
            .Single()
            .At("query");
}
