using System.Text;
using System.Text.Json;

namespace ScoreGuard.Targets.Platforms;

/// <summary>JSON from outside.</summary>
internal static class JsonBody
{
    /// <summary>
    /// The document; undefined where it is none, or has a text that is no text (half of a surrogate pair, broken UTF-8), which
    /// would be found only when somebody reads it.
    /// </summary>
    public static JsonElement Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            Check(utf8.Span);
            using var document = JsonDocument.Parse(utf8);
            return document.RootElement.Clone();
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return default;
        }
    }

    private static void Check(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8);
        while (json.Read())
        {
            if (
                json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
                && (json.ValueIsEscaped || !Ascii.IsValid(json.ValueSpan))
            )
            {
                _ = json.GetString();
            }
        }
    }
}
