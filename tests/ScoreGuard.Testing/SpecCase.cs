using System.Text.Json;
using ScoreGuard.Testing.Oracle;

namespace ScoreGuard.Testing;

/// <summary>A worked case: leads, a model, and the outcomes that a sentence of the specification asks for.</summary>
/// <param name="Pins">The sentence.</param>
/// <param name="Expected">The outcome lines, as the specification writes bytes.</param>
public sealed record SpecCase(
    string Name,
    string Pins,
    string ModelJson,
    string LeadsJsonl,
    string AsOf,
    string Expected
)
{
    /// <exception cref="FormatException">The file lacks a part, or has one that no case has.</exception>
    internal static SpecCase Read(string name, string json)
    {
        using var file = JsonDocument.Parse(json);
        var root = file.RootElement;
        string[] known = ["pins", "section", "asOf", "model", "leads", "expected", "bytes"];
        foreach (var part in root.EnumerateObject())
        {
            if (!known.Contains(part.Name, StringComparer.Ordinal))
                throw new FormatException($"{name}: '{part.Name}' is no part of a case.");
        }
        var expected = Lines(root.GetProperty("expected").EnumerateArray().Select(Canonical));
        if (root.TryGetProperty("bytes", out var bytes))
        {
            expected =
                bytes.ValueKind == JsonValueKind.Array
                    ? Lines(bytes.EnumerateArray().Select(line => line.GetString()!))
                    : bytes.GetString()!;
        }
        return new(
            name,
            root.GetProperty("pins").GetString()!,
            root.GetProperty("model").GetRawText(),
            Lines(root.GetProperty("leads").EnumerateArray().Select(lead => JsonSerializer.Serialize(lead))),
            root.GetProperty("asOf").GetString()!,
            expected
        );
    }

    /// <summary>Shown by test runners.</summary>
    public override string ToString() => Name;

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    private static string Canonical(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => "{"
                + string.Join(
                    ',',
                    element.EnumerateObject().Select(p => OutcomeText.Text(p.Name) + ":" + Canonical(p.Value))
                )
                + "}",
            JsonValueKind.Array => "[" + string.Join(',', element.EnumerateArray().Select(Canonical)) + "]",
            JsonValueKind.String => OutcomeText.Text(element.GetString()!),
            _ => element.GetRawText(),
        };
}
