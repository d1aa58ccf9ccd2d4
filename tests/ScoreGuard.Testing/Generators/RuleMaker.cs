using System.Text.Json.Nodes;

namespace ScoreGuard.Testing.Generators;

/// <summary>Rules of one dimension.</summary>
internal sealed class RuleMaker(Dice dice, Grid grid, Vocabulary vocabulary, CriteriaMaker criteria)
{
    private static readonly string[] Points =
    [
        "1",
        "2",
        "5",
        "5",
        "10",
        "-3",
        "-5",
        "0.5",
        "0.005",
        "-0.005",
        "33.333",
        "-0.125",
        "1000000000",
    ];

    public JsonObject Rule(IReadOnlyList<string> groups)
    {
        var rule = new JsonObject { ["id"] = vocabulary.NextId("r") };
        switch (dice.Between(0, 9))
        {
            case <= 1:
                rule["when"] = criteria.Criteria(readsScores: false);
                rule["points"] = Number(Points);
                if (dice.Chance(35))
                    rule["keep"] = true;
                break;
            case <= 6:
                Activity(rule);
                Effect(rule);
                break;
            case <= 8:
                Idle(rule);
                Effect(rule);
                break;
            default:
                rule["on"] = "midnight";
                When(rule);
                Effect(rule);
                break;
        }
        if (groups.Count > 0 && dice.Chance(50))
            rule["group"] = dice.Pick(groups);
        if (dice.Chance(6))
            rule["enabled"] = dice.Chance(30);
        if (dice.Chance(3))
            rule["note"] = "a \"note\" <b>";
        return rule;
    }

    private void Activity(JsonObject rule)
    {
        if (vocabulary.Fields.Count > 0 && dice.Chance(15))
        {
            rule["on"] = "attribute_change";
            var fields = vocabulary.Fields.Select(field => field.Name).ToArray();
            rule["changed"] = dice.Chance(50) ? dice.Pick(fields) : CriteriaMaker.Strings(dice.Some(fields, 1, 3));
        }
        else
        {
            rule["on"] = criteria.Types();
        }
        if (dice.Chance(30))
            rule["where"] = criteria.Wheres.Where();
        if (dice.Chance(25))
        {
            rule["count"] = new JsonObject { ["atLeast"] = dice.Between(1, 3) };
            if (dice.Chance(60))
                rule["count"]!["within"] = grid.Duration();
        }
        if (dice.Chance(35))
            When(rule);
    }

    private void Idle(JsonObject rule)
    {
        rule["on"] = "idle";
        rule["after"] = grid.Duration();
        if (dice.Chance(60))
            rule["every"] = dice.Pick("6h", "12h", "1d", "2d", "36h");
        if (dice.Chance(45))
            rule[dice.Pick("of", "notOf")] = CriteriaMaker.Strings(dice.Some(Vocabulary.Types, 1, 2));
        if (dice.Chance(40))
            When(rule);
    }

    private void When(JsonObject rule) => rule["when"] = criteria.Criteria(readsScores: true);

    private void Effect(JsonObject rule)
    {
        var choice = dice.Between(0, 19);
        if (choice < 3)
            rule["set"] = Number("0", "0", "7", "-2.5", "10");
        else if (choice < 6)
            rule["multiply"] = Number("0.5", "2", "-1", "1.1", "0.333333", "0", "1000");
        else
            rule["points"] = Number(Points);
        if (rule.ContainsKey("points"))
            Ageing(rule);
        if (dice.Chance(35))
            Limit(rule);
    }

    private void Ageing(JsonObject rule)
    {
        switch (dice.Between(0, 9))
        {
            case 0 or 1:
                rule["expires"] = grid.Duration();
                break;
            case 2 or 3:
                rule["decay"] = new JsonObject
                {
                    ["percent"] = Number("25", "50", "100", "33.333333", "10", "0.000001", "12.5"),
                    ["every"] = grid.Duration(),
                };
                break;
            case 4 or 5:
                rule["halfLife"] = grid.Duration();
                break;
        }
    }

    private void Limit(JsonObject rule)
    {
        if (dice.Chance(20))
        {
            rule["once"] = true;
            return;
        }
        var limit = new JsonObject();
        if (dice.Chance(50) || !rule.ContainsKey("points"))
            limit["times"] = dice.Between(1, 3);
        if (rule.ContainsKey("points") && (limit.Count == 0 || dice.Chance(30)))
            limit["points"] = Number("1", "3", "7", "10", "12.5", "0.012", "66.667");
        if (dice.Chance(65))
            limit["per"] = grid.Duration();
        rule["limit"] = limit;
    }

    private JsonNode Number(params string[] numbers) => JsonNode.Parse(dice.Pick(numbers))!;
}
