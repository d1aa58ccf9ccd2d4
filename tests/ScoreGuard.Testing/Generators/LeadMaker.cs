using System.Text.Json.Nodes;

namespace ScoreGuard.Testing.Generators;

/// <summary>Leads with clean and dirty values, whose activities meet the model's windows.</summary>
internal sealed class LeadMaker(Dice dice, Grid grid, Vocabulary vocabulary)
{
    public JsonObject Lead(string id)
    {
        var created = grid.Instant(grid.Start);
        if (dice.Chance(60) && created > grid.Start.AddDays(2))
            created = grid.Start;
        var lead = new JsonObject { ["id"] = dice.Chance(5) ? id + "é\t\"<" : id, ["createdAt"] = grid.Write(created) };
        if (dice.Chance(92))
            lead["attributes"] = Attributes(atMost: 12);
        if (dice.Chance(8))
            lead["persona"] = new JsonObject { ["any"] = new JsonArray(1, null) };
        var activities = new JsonArray();
        for (var i = dice.Pick(0, 2, 4, 6, 8, 10, 12); i > 0; i--)
            activities.Add(Activity(created));
        if (activities.Count > 0 || dice.Chance(50))
            lead["activities"] = activities;
        return lead;
    }

    private JsonObject Activity(DateTime created)
    {
        var type = dice.Chance(6) ? dice.Pick("Click", "unknown", "form ") : dice.Pick(Vocabulary.Types);
        var activity = new JsonObject { ["type"] = type, ["at"] = grid.Write(grid.Instant(created)) };
        if (type == "attribute_change")
            activity["properties"] = Attributes(atMost: 2);
        else if (dice.Chance(80))
            activity["properties"] = Properties();
        return activity;
    }

    private JsonObject Attributes(int atMost)
    {
        var attributes = new JsonObject();
        foreach (var field in dice.Some(vocabulary.Fields, 0, atMost))
            attributes[field.Name] = Given(field.Kind.Type, field.Name);
        if (dice.Chance(10))
            attributes["unnamed"] = new JsonArray();
        if (dice.Chance(15))
            attributes["p"] = Given(dice.Pick("text", "number"), "p");
        return attributes;
    }

    private JsonObject Properties()
    {
        var properties = new JsonObject();
        foreach (var name in dice.Some(Vocabulary.Properties, 0, 3))
            properties[name] = Given(dice.Pick("text", "text", "number", "number", "boolean", "date"), name);
        return properties;
    }

    private JsonNode? Given(string type, string name)
    {
        if (dice.Chance(12))
            return Dirt();
        return type switch
        {
            "number" => Number(),
            "boolean" => dice.Pick<Func<JsonNode>>(() => true, () => false, () => "Yes", () => " no ", () => "TRUE")(),
            "date" => grid.DateText(),
            _ => Text(name),
        };
    }

    private JsonNode Number() =>
        dice.Chance(25)
            ? dice.Pick("5", " 10 ", "+5.0", "-03", "0.5", "007")
            : JsonNode.Parse(dice.Pick("5", "5.0", "0", "-0.0", "1e1", "2.50", "-3", "20", "0.001", "100E-1"))!;

    private JsonNode Text(string name)
    {
        string[] vocabularyOfField =
            name == "country" ? [.. Vocabulary.Countries, .. Vocabulary.CountryVariants] : Vocabulary.Words;
        var text = dice.Pick(vocabularyOfField);
        text = dice.Between(0, 7) switch
        {
            0 => text.ToUpperInvariant(),
            1 => text.ToLowerInvariant(),
            2 => $" {text}\t",
            3 => "\u00a0" + text,
            _ => text,
        };
        return text;
    }

    private JsonNode? Dirt() =>
        dice.Between(0, 10) switch
        {
            0 or 1 => null,
            2 => "",
            3 => "  ",
            4 => new JsonArray("alpha", new JsonArray(1)),
            5 => new JsonObject { ["value"] = "alpha" },
            6 => dice.Pick("n/a", "five", "5,0", "1e3", "NaN", ".5", "2026-02-30", "2026-01-05T25:00Z", "maybe"),
            7 => dice.Chance(50),
            8 => dice.Pick(1, 5, 0),
            9 => dice.Pick("ſtraße", "ÉCOLE", "x\u0000\"\\", "= 1+1", "<b>&amp;</b>", "日本😀"),
            _ => JsonNode.Parse("12345678901234567890123456.78"),
        };
}
