using System.Text.Json;

namespace ScoreGuard.Functions.Tests.Host;

/// <summary>A folder under Triggers as the Functions host will find it: a name, and what calls it.</summary>
internal sealed class FunctionFolder(string path)
{
    private readonly JsonElement _root = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(path, "function.json")))
        .RootElement;

    public static IReadOnlyList<FunctionFolder> All { get; } =
    [
        .. Directory
            .EnumerateDirectories(Repository.In("src/ScoreGuard.Functions/Triggers"))
            .Order(StringComparer.Ordinal)
            .Select(folder => new FunctionFolder(folder)),
    ];

    public string Name { get; } = System.IO.Path.GetFileName(path);

    public IEnumerable<string> Files =>
        Directory.EnumerateFileSystemEntries(path).Select(file => System.IO.Path.GetFileName(file));

    public JsonElement Trigger =>
        Bindings.Single(binding => Text(binding, "type")!.EndsWith("Trigger", StringComparison.Ordinal));

    public string Kind => Text(Trigger, "type")!;

    public IEnumerable<JsonElement> Others => Bindings.Where(binding => Text(binding, "type") != Kind);

    public IReadOnlyList<JsonElement> Bindings => [.. _root.GetProperty("bindings").EnumerateArray()];

    /// <summary>How often a failed call is made again; null: never, by the function's own policy.</summary>
    public JsonElement? Retry => _root.TryGetProperty("retry", out var retry) ? retry : null;

    public static string? Text(JsonElement binding, string name) =>
        binding.TryGetProperty(name, out var value) ? value.GetString() : null;

    public override string ToString() => Name;
}
