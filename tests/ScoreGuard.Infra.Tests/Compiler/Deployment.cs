using System.Text.Json;
using System.Text.RegularExpressions;

namespace ScoreGuard.Infra.Tests.Compiler;

/// <summary>What a deployment comes to: every resource with its properties, as far as they are known before Azure is asked.</summary>
public sealed partial class Deployment(JsonElement snapshot)
{
    /// <summary>Each resource that will be there; one whose condition does not hold is none.</summary>
    public IReadOnlyList<JsonElement> Resources { get; } =
    [.. snapshot.GetProperty("predictedResources").EnumerateArray()];

    /// <summary>Names of app settings; where values decide which there are, those of every case that is left.</summary>
    public IReadOnlySet<string> Settings =>
        SettingName()
            .Matches(AppSettings)
            .Select(match => match.Groups["name"].Value)
            .ToHashSet(StringComparer.Ordinal);

    // Secrets keep the object from being evaluated: it is the text of an expression, in which names stand in quotes.
    private string AppSettings =>
        Get("Microsoft.Web/sites/config", "/appsettings").GetProperty("properties").GetString() ?? "";

    /// <summary>The value of an app setting that is known before Azure is asked.</summary>
    /// <exception cref="InvalidOperationException">It is not set, or not known.</exception>
    public string Setting(string name) =>
        Regex.Match(AppSettings, $"'{name}', '(?<value>[^']*)'", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            is { Success: true } found
            ? found.Groups["value"].Value
            : throw new InvalidOperationException($"{name} is not known in {AppSettings}");

    /// <summary>The resources of a type whose names end so.</summary>
    public IEnumerable<JsonElement> Of(string type, string ending = "") =>
        Resources.Where(resource =>
            resource.GetProperty("type").GetString() == type
            && resource.GetProperty("name").GetString()!.EndsWith(ending, StringComparison.Ordinal)
        );

    public JsonElement Get(string type, string ending = "") => Of(type, ending).Single();

    /// <summary>An id from its resource's type on, without what only makes names unique.</summary>
    public string Readable(string id) =>
        id[(id.LastIndexOf("/providers/", StringComparison.Ordinal) + "/providers/".Length)..]
            .Replace(Get("Microsoft.Storage/storageAccounts").At("name")[2..], "…", StringComparison.Ordinal);

    [GeneratedRegex(
        "'(?<name>(SCOREGUARD|OTEL|FUNCTIONS|APPLICATIONINSIGHTS|Azure)[A-Za-z0-9_]+)'",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex SettingName();
}
