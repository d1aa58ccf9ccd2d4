using System.Globalization;
using System.Text.Json;

namespace ScoreGuard.Targets.Http;

/// <summary>Where in a JSON document: <c>/result/scores/fit</c> (RFC 6901), or a name that stands at its root.</summary>
internal sealed class JsonPointer
{
    private readonly string[] _steps;

    private JsonPointer(string[] steps) => _steps = steps;

    /// <summary>The document itself.</summary>
    public static JsonPointer Root { get; } = new([]);

    public static JsonPointer Parse(string text) =>
        text.Length == 0 ? Root
        : text[0] != '/' ? new([text])
        : new([
            .. text[1..]
                .Split('/')
                .Select(step =>
                    step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
                ),
        ]);

    /// <summary>Null: there is nothing at that place. A JSON <c>null</c> is something.</summary>
    public JsonElement? Find(JsonElement document)
    {
        var at = document;
        foreach (var step in _steps)
        {
            if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty(step, out var member))
            {
                at = member;
            }
            else if (
                at.ValueKind == JsonValueKind.Array
                && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < at.GetArrayLength()
            )
            {
                at = at[index];
            }
            else
            {
                return null;
            }
        }

        return at;
    }
}
