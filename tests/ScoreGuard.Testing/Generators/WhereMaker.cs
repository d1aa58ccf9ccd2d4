using System.Text.Json.Nodes;

namespace ScoreGuard.Testing.Generators;

/// <summary>Criteria over an activity's properties: the operand says how a property is read.</summary>
internal sealed class WhereMaker(Dice dice, Grid grid, Vocabulary vocabulary, MatcherMaker matchers)
{
    private static readonly Kind Text = new("text", [.. Vocabulary.Words], IsClosed: false);
    private static readonly Kind Date = new("date", [], IsClosed: false);

    public JsonObject Where(int depth = 0)
    {
        var where = new JsonObject();
        for (var i = dice.Pick(0, 1, 1, 1, 1, 1, 2); i > 0; i--)
        {
            var key = depth < 2 && dice.Chance(20) ? dice.Pick("all", "any", "not") : dice.Pick(Vocabulary.Properties);
            where[key] = key switch
            {
                "all" or "any" => new JsonArray([
                    .. Enumerable.Range(0, dice.Between(1, 2)).Select(_ => Where(depth + 1)),
                ]),
                "not" => Where(depth + 1),
                _ => Matcher(0),
            };
        }
        return where;
    }

    private JsonNode Matcher(int depth)
    {
        var kind = dice.Pick(Text, Text, Kind.Number);
        return dice.Between(0, 15) switch
        {
            0 or 1 or 2 => matchers.Scalar(kind),
            3 => dice.Chance(50),
            4 => new JsonArray([.. Enumerable.Range(0, 2).Select(_ => Literal(kind))]),
            5 or 6 or 7 => dice.Pick(">=", "<=", ">", "<", "!=") + " " + Compared(),
            8 when depth < 2 => new JsonObject { ["not"] = Matcher(depth + 1) },
            9 => new JsonObject { ["missing"] = dice.Chance(50) },
            10 => new JsonObject { ["between"] = matchers.Bounds(dice.Pick(Kind.Number, Date)) },
            11 => new JsonObject { ["is"] = Literal(kind) },
            12 => new JsonObject
            {
                ["startsWith"] = dice.Pick("al", "5", "x"),
                ["not"] = new JsonObject { ["endsWith"] = "a" },
            },
            13 => new JsonObject { [dice.Pick("contains", "matches")] = dice.Pick("a", "5", "t") },
            14 when vocabulary.Lists.Count > 0 => new JsonObject { ["in"] = dice.Pick(vocabulary.Lists) },
            _ => new JsonObject(),
        };
    }

    /// <summary>One type a list: numbers are numbers there, texts are texts.</summary>
    private JsonNode Literal(Kind kind) => kind.Type == "number" ? dice.Between(0, 10) : dice.Pick(Vocabulary.Words);

    private string Compared() =>
        dice.Between(0, 3) switch
        {
            0 => dice.Pick(Vocabulary.Words),
            1 => grid.DateText(),
            _ => dice.Pick("5", "0", "-3", "10", "5.50"),
        };
}
