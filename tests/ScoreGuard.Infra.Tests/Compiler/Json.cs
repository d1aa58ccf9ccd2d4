using System.Text.Json;

namespace ScoreGuard.Infra.Tests.Compiler;

/// <summary>Reading what the compiler answers.</summary>
public static class Json
{
    public static JsonElement Parse(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    /// <summary>The value at a path of properties with dots between them, as text without quotes.</summary>
    public static string At(this JsonElement element, string path)
    {
        var value = path.Split('.').Aggregate(element, (at, name) => at.GetProperty(name));
        return value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : value.GetRawText();
    }
}
