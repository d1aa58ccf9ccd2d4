using System.Text.Json;

namespace ScoreGuard.Infra.Tests.Rules;

/// <summary>What the code reads, what the sample of local settings shows and what Azure sets are one list. Each rule tells what breaks it.</summary>
public static class SettingRules
{
    private const string SampleFile = "local.settings.sample.json";

    /// <summary>Settings that belong to a developer's machine, and why Azure has none.</summary>
    private static readonly Dictionary<string, string> LocalOnly = new(StringComparer.Ordinal)
    {
        ["SCOREGUARD_PICKUP_FOLDER"] =
            "Mails are put into a folder on a developer's machine; an instance in Azure loses its disk.",
        ["SCOREGUARD_WORKSPACES"] = "The folder that is served where there is no storage account.",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] =
            "For a collector of one's own; in Azure the host hands the app's lines to Application Insights.",
        ["SCOREGUARD_LISTEN_URL"] = "Only a program without a Functions host chooses where it listens.",
        ["FUNCTIONS_WORKER_RUNTIME"] =
            "Flex Consumption takes it from functionAppConfig.runtime and refuses the setting.",
    };

    public static IEnumerable<string> MissingInSample(InfraFiles infra, IEnumerable<string> readByTheCode) =>
        readByTheCode.Except(Sample(infra).Keys).Select(name => $"{SampleFile} does not show {name}");

    public static IEnumerable<string> MissingInAzure(InfraFiles infra, IEnumerable<string> readByTheCode)
    {
        var set = InAzure(infra);
        return readByTheCode
            .Union(Sample(infra).Keys)
            // In Azure they come as the parameter connectionSettings, by their own names.
            .Where(name => !name.StartsWith(SettingNames.ExampleConnection, StringComparison.Ordinal))
            .Except(LocalOnly.Keys)
            .Except(set)
            .Except(set.Select(SettingNames.Whole))
            .Select(name => $"Azure does not set {name}");
    }

    public static IEnumerable<string> UnknownInAzure(InfraFiles infra) =>
        InAzure(infra)
            .Where(name => name.StartsWith("SCOREGUARD_", StringComparison.Ordinal))
            .Except(Sample(infra).Keys)
            .Select(name => $"Azure sets {name}, which {SampleFile} does not show");

    public static IEnumerable<string> RefusedByThePlan(InfraFiles infra) =>
        InAzure(infra).Intersect(LocalOnly.Keys).Select(name => $"Azure sets {name}: {LocalOnly[name]}");

    /// <summary>The values of the sample, which Azure Functions wants to be texts.</summary>
    public static IReadOnlyDictionary<string, string> Sample(InfraFiles infra)
    {
        using var json = JsonDocument.Parse(infra.Text(SampleFile));
        return json
            .RootElement.GetProperty("Values")
            .EnumerateObject()
            .ToDictionary(value => value.Name, value => value.Value.GetString() ?? "", StringComparer.Ordinal);
    }

    /// <summary>What the app finds set in one deployment or another.</summary>
    private static HashSet<string> InAzure(InfraFiles infra) =>
        infra.Deployments.All.SelectMany(deployment => deployment.Settings).ToHashSet(StringComparer.Ordinal);
}
