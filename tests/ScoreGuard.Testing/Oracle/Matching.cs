using System.Text.Json;

namespace ScoreGuard.Testing.Oracle;

/// <summary>Section 4: matchers.</summary>
internal static class Matching
{
    private static readonly string[] Signs = [">=", "<=", "!=", ">", "<"];

    public static Truth Holds(JsonElement model, Subject subject, JsonElement matcher) =>
        matcher.ValueKind switch
        {
            JsonValueKind.Object => TruthTables.And(
                matcher.EnumerateObject().Select(part => Holds(model, subject, part.Name, part.Value))
            ),
            JsonValueKind.Array => AnyOf(subject, matcher),
            JsonValueKind.String when Signs.FirstOrDefault(s => Starts(matcher, s)) is { } sign => Compares(
                subject,
                sign,
                matcher.GetString()![sign.Length..].Trim()
            ),
            _ => Equal(subject, matcher),
        };

    private static Truth Holds(JsonElement model, Subject subject, string key, JsonElement operand) =>
        key switch
        {
            "is" => Equal(subject, operand),
            "not" => TruthTables.Not(Holds(model, subject, operand)),
            "in" when operand.ValueKind == JsonValueKind.String => AnyOf(
                subject,
                model.Get("lists").Get(operand.GetString()!)
            ),
            "in" => AnyOf(subject, operand),
            "between" => Between(subject, operand[0], operand[1]),
            "missing" => TruthTables.Of(subject.Value is null == operand.GetBoolean()),
            _ => subject.Value is { } value ? TruthTables.Of(Holds(value.AsText, key, operand)) : Truth.Unknown,
        };

    private static bool Holds(string text, string key, JsonElement operand)
    {
        // A plain scalar of the model keeps its spelling.
        var part = operand.ValueKind == JsonValueKind.String ? operand.GetString()! : operand.GetRawText();
        return key switch
        {
            "contains" => text.Contains(part, StringComparison.OrdinalIgnoreCase),
            "startsWith" => text.StartsWith(part, StringComparison.OrdinalIgnoreCase),
            "endsWith" => text.EndsWith(part, StringComparison.OrdinalIgnoreCase),
            "matches" => Reading.Pattern(part).IsMatch(text),
            _ => throw new FormatException($"'{key}' is no matcher."),
        };
    }

    private static bool Starts(JsonElement matcher, string sign) =>
        matcher.GetString()!.StartsWith(sign, StringComparison.Ordinal);

    private static Truth Equal(Subject subject, JsonElement operand)
    {
        var (value, other) = subject.Read(operand);
        return value is null ? Truth.Unknown : TruthTables.Of(value.SameAs(other));
    }

    private static Truth AnyOf(Subject subject, JsonElement list) =>
        TruthTables.Or(list.EnumerateArray().Select(item => Equal(subject, item)));

    private static Truth Compares(Subject subject, string sign, string operand)
    {
        var (value, other) = subject.ReadAfterSign(JsonSerializer.SerializeToElement(operand));
        if (value is null)
            return Truth.Unknown;
        var order = value.Against(other);
        return TruthTables.Of(
            sign switch
            {
                ">=" => order >= 0,
                "<=" => order <= 0,
                ">" => order > 0,
                "<" => order < 0,
                _ => order != 0,
            }
        );
    }

    private static Truth Between(Subject subject, JsonElement low, JsonElement high)
    {
        var (value, lowest) = subject.ReadAfterSign(low);
        var (_, highest) = subject.ReadAfterSign(high);
        return value is null
            ? Truth.Unknown
            : TruthTables.Of(value.Against(lowest) >= 0 && value.Against(highest) <= 0);
    }
}
