using System.Text.Json.Nodes;

namespace ScoreGuard.Testing.Generators;

/// <summary>Criteria over a lead.</summary>
internal sealed class CriteriaMaker(Dice dice, Grid grid, Vocabulary vocabulary)
{
    private readonly MatcherMaker matchers = new(dice, grid, vocabulary);

    public MatcherMaker Matchers => matchers;

    public WhereMaker Wheres { get; } = new(dice, grid, vocabulary, new(dice, grid, vocabulary));

    /// <param name="readsScores">False in attribute rules: no scores, labels or grades.</param>
    public JsonObject Criteria(bool readsScores, int depth = 0)
    {
        var criteria = new JsonObject();
        for (var i = dice.Pick(0, 1, 1, 1, 1, 1, 1, 2, 2, 3); i > 0; i--)
        {
            var (key, operand) = depth < 2 && dice.Chance(20) ? Nested(readsScores, depth) : Single(readsScores);
            criteria[key] = operand;
        }
        return criteria;
    }

    private (string Key, JsonNode Operand) Nested(bool readsScores, int depth) =>
        dice.Pick("all", "any", "not", "not") switch
        {
            "not" => ("not", Criteria(readsScores, depth + 1)),
            var key => (
                key,
                new JsonArray([
                    .. Enumerable.Range(0, dice.Between(1, 3)).Select(_ => Criteria(readsScores, depth + 1)),
                ])
            ),
        };

    private (string Key, JsonNode Operand) Single(bool readsScores)
    {
        for (; ; )
        {
            if (Try(dice.Between(0, readsScores ? 15 : 8), readsScores) is { } found)
                return found;
        }
    }

    private (string Key, JsonNode Operand)? Try(int choice, bool readsScores) =>
        choice switch
        {
            <= 3 when vocabulary.Fields.Count > 0 => Field(),
            4 when Segment(readsScores) is { } segment => ("segment", segment),
            5 when vocabulary.Stages.Count > 0 => ("stage", matchers.Matcher(Kind.Names(vocabulary.Stages))),
            6 when vocabulary.Stages.Count > 0 => (
                "visits." + dice.Pick(vocabulary.Stages),
                dice.Pick<Func<JsonNode>>(() => 1, () => ">= 2", () => 0, () => "< 3", () => "> 0")()
            ),
            7 or 8 => ("did", Did()),
            9 or 10 or 11 when vocabulary.Dimensions.Count > 0 => (
                "score." + dice.Pick(vocabulary.Dimensions),
                matchers.Matcher(Kind.Number)
            ),
            12 or 13 when vocabulary.Labels.Count > 0 => Label(),
            14 or 15 when vocabulary.Grades.Count > 0 => ("grade", matchers.Matcher(Kind.Names(vocabulary.Grades))),
            _ => null,
        };

    private (string Key, JsonNode Operand) Field()
    {
        var field = dice.Pick(vocabulary.Fields);
        return (field.Name, matchers.Matcher(field.Kind));
    }

    private (string Key, JsonNode Operand) Label()
    {
        var (dimension, labels) = dice.Pick(vocabulary.Labels.ToArray());
        return ("label." + dimension, matchers.Matcher(Kind.Names(labels)));
    }

    private JsonNode? Segment(bool readsScores)
    {
        string[] segments = [.. vocabulary.PlainSegments, .. readsScores ? vocabulary.ScoredSegments : []];
        if (segments.Length == 0)
            return null;
        return dice.Chance(60) ? dice.Pick(segments) : Strings(dice.Some(segments, 1, 2));
    }

    private JsonObject Did()
    {
        var did = new JsonObject { ["activity"] = Types() };
        if (dice.Chance(35))
            did["where"] = Wheres.Where();
        if (dice.Chance(40))
            did["atLeast"] = dice.Between(1, 3);
        if (dice.Chance(50))
            did["within"] = grid.Duration();
        return did;
    }

    /// <summary>A type, a list of types, or <c>any</c>.</summary>
    public JsonNode Types() =>
        dice.Between(0, 9) switch
        {
            0 => "any",
            <= 3 => Strings(dice.Some(Vocabulary.Types, 1, 3)),
            _ => dice.Pick(Vocabulary.Types),
        };

    public static JsonArray Strings(IEnumerable<string> texts) =>
        new([.. texts.Select(text => JsonValue.Create(text))]);
}
