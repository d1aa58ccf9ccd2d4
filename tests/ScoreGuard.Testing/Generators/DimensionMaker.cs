using System.Text.Json.Nodes;

namespace ScoreGuard.Testing.Generators;

/// <summary>Dimensions with ledgers, sums of them, labels and the grade.</summary>
internal sealed class DimensionMaker(Dice dice, Vocabulary vocabulary, RuleMaker rules)
{
    public JsonObject Scores()
    {
        var scores = new JsonObject();
        foreach (var name in vocabulary.Dimensions)
            scores[name] = vocabulary.LedgerDimensions.Contains(name) ? Ledger() : Sum(name);
        return scores;
    }

    public JsonObject Labels()
    {
        var labels = new JsonObject();
        foreach (var (dimension, names) in vocabulary.Labels)
            labels[dimension] = Bands(names);
        return labels;
    }

    public JsonObject Grade(string[] rows, string[] columns) =>
        new()
        {
            ["rows"] = new JsonObject { ["score"] = dice.Pick(vocabulary.Dimensions), ["bands"] = Bands(rows) },
            ["columns"] = new JsonObject { ["score"] = dice.Pick(vocabulary.Dimensions), ["bands"] = Bands(columns) },
        };

    private JsonObject Ledger()
    {
        var dimension = new JsonObject();
        if (dice.Chance(20))
            dimension["start"] = Number("3", "-2", "0.001", "10");
        Clamps(dimension, 35);
        if (dice.Chance(25))
            dimension["unscored"] = "missing";
        var groups = new JsonObject();
        foreach (var group in dice.Some(["g1", "g2"], 0, dice.Pick(0, 0, 1, 2)))
        {
            groups[group] = new JsonObject();
            Clamps(groups[group]!.AsObject(), 70);
        }
        if (groups.Count > 0)
            dimension["groups"] = groups;
        string[] names = [.. groups.Select(group => group.Key)];
        dimension["rules"] = new JsonArray([.. Enumerable.Range(0, dice.Between(0, 5)).Select(_ => rules.Rule(names))]);
        return dimension;
    }

    /// <summary>Sums add ledger dimensions, and the second sum may add the first: no cycles.</summary>
    private JsonObject Sum(string name)
    {
        var sum = new JsonObject();
        foreach (var ledger in dice.Some(vocabulary.LedgerDimensions, 1, 3))
            sum[ledger] = Weight();
        if (name == "sum2" && dice.Chance(70))
            sum["sum1"] = Weight();
        var dimension = new JsonObject { ["sum"] = sum };
        Clamps(dimension, 25);
        return dimension;
    }

    private void Clamps(JsonObject of, int percent)
    {
        if (dice.Chance(percent))
            of["min"] = Number("0", "0", "-5", "2.5", "-0.001");
        if (dice.Chance(percent))
            of["max"] = Number("20", "5", "10", "7.125", "100");
    }

    private JsonObject Bands(string[] names)
    {
        var bounds = dice.Shuffle<string?>([null, "0", "5", "2.5", "10", "-3", "0.001"]);
        var bands = new JsonObject();
        for (var i = 0; i < names.Length; i++)
            bands[names[i]] = bounds[i] is { } bound ? JsonNode.Parse(bound) : null;
        return bands;
    }

    private JsonNode Weight() => Number("1", "1", "0.5", "-1", "2", "0.333333", "0.0005", "1000");

    private JsonNode Number(params string[] numbers) => JsonNode.Parse(dice.Pick(numbers))!;
}
