using System.Text.Json;

namespace ScoreGuard.Testing.Oracle;

/// <summary>Section 3: the final value of a field.</summary>
internal static class Fields
{
    public static Value? FinalValue(JsonElement model, IReadOnlyDictionary<string, JsonElement> attributes, string name)
    {
        var field = model.Get("fields").Get(name);
        var type = field.Text("type");
        var value = attributes.TryGetValue(name, out var given) ? Reading.Given(given, type) : null;
        if (value is null && field.Find("from") is { } from)
            value = Derived(field, type, FinalValue(model, attributes, from.GetString()!));
        if (value is Value.Text text)
            value = new Value.Text(Canonical(field, text.Is));
        if (value is null && field.Find("default") is { } fallback)
            value = Reading.Operand(fallback, type);
        return value;
    }

    private static Value? Derived(JsonElement field, string type, Value? source)
    {
        if (source is null)
            return null;
        foreach (var pattern in field.Items("patterns"))
        {
            var match = Reading.Pattern(pattern.Text("match")).Match(source.AsText);
            if (!match.Success)
                continue;
            return pattern.Find("value") is { } literal
                ? Reading.Operand(literal, type)
                : Reading.Text(match.Groups["value"].Value, type);
        }
        foreach (var band in field.Items("bands"))
        {
            if (band.Number("below") is not { } below || ((Value.Number)source).Is.Against(below) < 0)
                return Reading.Operand(band.Get("value"), type);
        }
        return null;
    }

    private static string Canonical(JsonElement field, string text)
    {
        foreach (var synonym in field.Entries("synonyms"))
        {
            var spellings = synonym
                .Value.EnumerateArray()
                .Select(variant => Reading.Operand(variant, "text").AsText)
                .Append(synonym.Name);
            if (spellings.Any(spelling => spelling.Trim().Equals(text, StringComparison.OrdinalIgnoreCase)))
                return synonym.Name.Trim();
        }
        return text;
    }
}
