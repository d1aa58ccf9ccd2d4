using System.Text.Json.Nodes;

namespace ScoreGuard.Testing.Generators;

/// <summary>Matchers of fields, stages, scores, labels and grades.</summary>
internal sealed class MatcherMaker(Dice dice, Grid grid, Vocabulary vocabulary)
{
    private static readonly string[] Fragments = ["al", "A", "e", "5", " ", "x", "ta", "É"];
    private static readonly string[] Patterns = ["^al", "a$", "^[a-m]", "\\d", "^(x|beta)\\b", ".{5,}", "^é$"];

    public JsonNode Matcher(Kind kind, int depth = 0) =>
        dice.Between(0, 11) switch
        {
            0 or 1 or 2 or 3 => Scalar(kind),
            4 => List(kind),
            5 or 6 or 7 => Comparison(kind),
            _ => Mapping(kind, depth),
        };

    /// <summary>Two operands for <c>between</c>, the lower first.</summary>
    public JsonArray Bounds(Kind kind)
    {
        if (kind.Type == "number")
        {
            // A whole apart, as Decimal may add a half.
            var (a, b) = (dice.Between(-10, 20), dice.Between(1, 15));
            return [NumberOf(a), NumberOf(a + b)];
        }
        if (kind.Type == "date")
        {
            var low = grid.Start.AddDays(dice.Between(-1, 2));
            return [grid.Write(low), grid.Write(low.AddHours(dice.Pick(0, 12, 24, 48)))];
        }
        var texts = new[] { Text(kind).Trim(), Text(kind).Trim() };
        Array.Sort(texts, StringComparer.OrdinalIgnoreCase);
        return [texts[0], texts[1]];
    }

    public JsonNode Scalar(Kind kind) =>
        kind.Type switch
        {
            "number" => NumberOf(dice.Pick(-3, 0, 1, 2, 5, 5, 10, 20)),
            "boolean" => dice.Pick<Func<JsonNode>>(() => true, () => false, () => "yes", () => " NO ", () => "True")(),
            "date" => grid.DateText(),
            _ => TextScalar(kind),
        };

    public JsonArray List(Kind kind)
    {
        var items = new JsonArray();
        for (var i = dice.Between(1, 3); i > 0; i--)
            items.Add(kind is { Type: "text", IsClosed: false } && dice.Chance(8) ? ">5" : Scalar(kind));
        return items;
    }

    private JsonObject Mapping(Kind kind, int depth)
    {
        var mapping = new JsonObject();
        for (var i = dice.Pick(0, 1, 1, 1, 1, 2, 2); i > 0; i--)
        {
            var (key, operand) = Part(kind, depth);
            mapping[key] = operand;
        }
        return mapping;
    }

    private (string Key, JsonNode Operand) Part(Kind kind, int depth)
    {
        var choice = dice.Between(0, kind.Type == "text" ? 9 : 5);
        return choice switch
        {
            0 => ("is", Scalar(kind)),
            1 when depth < 2 => ("not", Matcher(kind, depth + 1)),
            2 => ("missing", dice.Chance(50)),
            3 when ListFor(kind) is { } list => ("in", list),
            3 => ("in", List(kind)),
            4 when kind.Type != "boolean" => ("between", Bounds(kind)),
            6 => ("contains", dice.Pick(Fragments)),
            7 => ("startsWith", dice.Pick(Fragments)),
            8 => ("endsWith", dice.Pick(Fragments)),
            9 => ("matches", dice.Pick(Patterns)),
            _ => ("in", List(kind)),
        };
    }

    private string? ListFor(Kind kind)
    {
        var name = kind.Type == "number" ? "numbers" : "words";
        return kind is { Type: "number" } or { Type: "text", IsClosed: false } && vocabulary.Lists.Contains(name)
            ? name
            : null;
    }

    private string Comparison(Kind kind)
    {
        var sign = kind.Type == "boolean" ? "!=" : dice.Pick(">=", "<=", ">", "<", "!=", ">=", ">");
        var operand = kind.Type switch
        {
            "number" => NumberText(dice.Pick(-3, 0, 1, 2, 5, 10, 20)),
            "boolean" => dice.Pick("true", "No"),
            "date" => grid.DateText(),
            _ => Text(kind).Trim(),
        };
        return sign + dice.Pick("", " ", "  ") + operand;
    }

    private JsonNode TextScalar(Kind kind)
    {
        var text = Text(kind);
        // A plain scalar of a text field keeps its spelling.
        if (!kind.IsClosed && text is "5" or "5.0" or "true" && dice.Chance(40))
            return JsonNode.Parse(text)!;
        return text;
    }

    private string Text(Kind kind)
    {
        var text = dice.Pick(kind.Texts);
        if (dice.Chance(15))
            text = text.ToUpperInvariant();
        if (dice.Chance(10))
            text = $" {text} ";
        return text;
    }

    private JsonNode NumberOf(int number) => dice.Chance(12) ? NumberText(number) : JsonNode.Parse(Decimal(number))!;

    private string NumberText(int number) => dice.Chance(20) && number >= 0 ? "+0" + Decimal(number) : Decimal(number);

    /// <summary>Also halves, and what lies closer to a number than a thousandth: scores have three decimals, operands any.</summary>
    private string Decimal(int number) =>
        dice.Between(0, 19) switch
        {
            <= 2 => $"{number}.50",
            3 when number > 0 => $"{number - 1}.9995",
            4 when number >= 0 => $"{number}.0005",
            _ => $"{number}",
        };
}
