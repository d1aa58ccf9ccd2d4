using System.Text.Json.Nodes;

namespace ScoreGuard.Testing.Generators;

/// <summary>A whole model: names first, then every part.</summary>
internal sealed class ModelMaker(Dice dice, Grid grid, Vocabulary vocabulary)
{
    private static readonly string[] Rows = ["A", "B", "C"];
    private static readonly string[] Columns = ["1", "2", "low"];
    private static readonly string[] LabelNames = ["hot", "warm", "cold"];

    public JsonObject Model()
    {
        var model = new JsonObject { ["scoreguard"] = 1, ["name"] = "generated" };
        if (dice.Chance(92))
            model["fields"] = new FieldMaker(dice, grid, vocabulary).Fields();
        Name();
        var criteria = new CriteriaMaker(dice, grid, vocabulary);
        if (vocabulary.Lists.Count > 0)
            model["lists"] = Lists();
        var (rows, columns) = (Some(Rows), Some(Columns));
        if (vocabulary.Dimensions.Count > 0 && dice.Chance(35))
            vocabulary.Grades.AddRange(rows.SelectMany(row => columns, (row, column) => row + column));
        var hasSegments = dice.Chance(55);
        if (hasSegments)
            model["segments"] = Segments(criteria);
        var rules = new RuleMaker(dice, grid, vocabulary, criteria);
        var dimensions = new DimensionMaker(dice, vocabulary, rules);
        if (vocabulary.Dimensions.Count > 0)
            model["scores"] = dimensions.Scores();
        if (vocabulary.Labels.Count > 0)
            model["labels"] = dimensions.Labels();
        if (vocabulary.Grades.Count > 0)
            model["grade"] = dimensions.Grade(rows, columns);
        if (vocabulary.Stages.Count > 0)
            AddLifecycle(model, new(dice, grid, vocabulary, criteria));
        return model;
    }

    private void Name()
    {
        vocabulary.Lists.AddRange(dice.Some(["words", "numbers"], 0, 2));
        if (dice.Chance(95))
        {
            vocabulary.LedgerDimensions.AddRange(dice.Some(["fit", "behaviour", "third"], 1, 3));
            string[] sums = dice.Pick<string[]>([], [], ["sum1"], ["sum1", "sum2"]);
            vocabulary.Dimensions.AddRange(dice.Shuffle([.. vocabulary.LedgerDimensions, .. sums]));
            foreach (var labelled in dice.Some(vocabulary.Dimensions, 0, dice.Pick(0, 1, 2)))
                vocabulary.Labels[labelled] = Some(LabelNames);
        }
        if (dice.Chance(75))
            vocabulary.Stages.AddRange(dice.Some(["New", "Working", "MQL", "Won"], 1, 4));
    }

    private string[] Some(string[] names) => [.. dice.Some(names, 1, names.Length)];

    private JsonObject Lists()
    {
        var lists = new JsonObject();
        if (vocabulary.Lists.Contains("words"))
            lists["words"] = CriteriaMaker.Strings([.. dice.Some(Vocabulary.Words, 1, 4), "de"]);
        if (vocabulary.Lists.Contains("numbers"))
            lists["numbers"] = new JsonArray(5, JsonNode.Parse("-3.0"), 10);
        return lists;
    }

    /// <summary>Later segments may use the earlier ones; they are then written in any order.</summary>
    private JsonObject Segments(CriteriaMaker criteria)
    {
        var segments = new List<KeyValuePair<string, JsonNode?>>();
        for (var i = dice.Between(1, 3); i > 0; i--)
        {
            var readsScores = dice.Chance(35);
            var name = "segment" + i;
            segments.Add(new(name, criteria.Criteria(readsScores)));
            (readsScores ? vocabulary.ScoredSegments : vocabulary.PlainSegments).Add(name);
        }
        return new(dice.Shuffle(segments));
    }

    private void AddLifecycle(JsonObject model, LifecycleMaker maker)
    {
        model["lifecycle"] = maker.Lifecycle();
        if (dice.Chance(55))
            model["routing"] = maker.Routing();
        var calendars = new JsonObject();
        foreach (var calendar in dice.Some(["office", "night"], 0, 2))
            calendars[calendar] = maker.Calendar();
        if (calendars.Count > 0)
            model["calendars"] = calendars;
        if (dice.Chance(60))
            model["sla"] = maker.Slas([.. calendars.Select(calendar => calendar.Key)]);
    }
}
