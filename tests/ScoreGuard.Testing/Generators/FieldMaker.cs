using System.Text.Json.Nodes;

namespace ScoreGuard.Testing.Generators;

/// <summary>Given and derived fields of every type.</summary>
internal sealed class FieldMaker(Dice dice, Grid grid, Vocabulary vocabulary)
{
    private static readonly Kind Text = new("text", Vocabulary.Words, IsClosed: false);
    private static readonly Kind Boolean = new("boolean", [], IsClosed: false);
    private static readonly Kind Date = new("date", [], IsClosed: false);

    private readonly MatcherMaker operands = new(dice, grid, vocabulary);
    private readonly JsonObject fields = [];

    public JsonObject Fields()
    {
        Add("title", Text, 80);
        Add("size", Kind.Number, 70);
        Add("country", new("text", Vocabulary.Countries, IsClosed: false), 60, "synonyms", Synonyms());
        Add("optIn", Boolean, 45);
        Add("renewal", Date, 40);
        if (fields.Count == 0)
            Add("title", Text, 100);
        if (fields.ContainsKey("title"))
        {
            AddDerived("rank", new("text", ["alpha", "l", "lower", "x"], IsClosed: false), "title", "patterns", 45);
            AddDerived("level", Kind.Number, "title", "patterns", 25);
            AddDerived("flag", Boolean, "title", "patterns", 20);
            AddDerived("since", Date, "title", "patterns", 15);
        }
        if (fields.ContainsKey("country"))
            AddDerived("region", new("text", ["d", "us", "EU"], IsClosed: false), "country", "patterns", 35);
        if (fields.ContainsKey("size"))
            AddDerived("band", new("text", ["S", "M", "L"], IsClosed: false), "size", "bands", 50);
        if (fields.ContainsKey("level"))
            AddDerived("tall", Boolean, "level", "bands", 60);
        if (fields.ContainsKey("rank"))
            AddDerived("chain", new("text", ["al", "x", "alpha"], IsClosed: false), "rank", "patterns", 40);
        return new(dice.Shuffle([.. fields]).Select(f => KeyValuePair.Create(f.Key, f.Value?.DeepClone())));
    }

    private void Add(string name, Kind kind, int percent, string? key = null, JsonNode? with = null)
    {
        if (!dice.Chance(percent))
            return;
        var field = new JsonObject { ["type"] = kind.Type };
        if (key is not null && dice.Chance(75))
            field[key] = with;
        if (dice.Chance(20))
            field["default"] = operands.Scalar(kind);
        fields[name] = field;
        vocabulary.Fields.Add(new(name, kind));
    }

    private void AddDerived(string name, Kind kind, string from, string key, int percent)
    {
        var before = fields.Count;
        Add(name, kind, percent);
        if (fields.Count == before)
            return;
        var field = fields[name]!.AsObject();
        field["from"] = from;
        field[key] = key == "patterns" ? Patterns(kind) : Bands(kind);
        if (kind.Type == "text" && dice.Chance(20))
            field["synonyms"] = new JsonObject { [kind.Texts[0]] = new JsonArray("ph", "low", "U") };
    }

    private static JsonObject Synonyms() =>
        new() { ["DE"] = new JsonArray("Germany", " Deutschland "), ["US"] = new JsonArray("USA", "United States") };

    private JsonArray Patterns(Kind kind)
    {
        var patterns = new JsonArray();
        for (var i = dice.Between(1, 3); i > 0; i--)
        {
            if (dice.Chance(50))
            {
                var match = dice.Pick("^a", "beta", "^.$", "\\bx\\b", "5", "^[d-u]", "é", ".");
                patterns.Add(new JsonObject { ["match"] = match, ["value"] = Value(kind) });
                continue;
            }
            var capture = dice.Pick(
                "(?<value>[a-z]+)$",
                "^a(?<value>l)?",
                "^(?<value>[0-9.]*)",
                "(?<value>yes|true)",
                "^(?<value>\\d+-\\d+-\\d+)",
                "(a)(?<value>.)",
                "^(?<value>.*)$"
            );
            patterns.Add(new JsonObject { ["match"] = capture });
        }
        return patterns;
    }

    private JsonArray Bands(Kind kind)
    {
        var bands = new JsonArray();
        var below = dice.Pick("-3", "0", "0.50", "5", "4.5", "-2.5");
        bands.Add(new JsonObject { ["below"] = JsonNode.Parse(below), ["value"] = Value(kind) });
        if (dice.Chance(60))
            bands.Add(new JsonObject { ["below"] = dice.Between(6, 20), ["value"] = Value(kind) });
        if (dice.Chance(60))
            bands.Add(new JsonObject { ["value"] = Value(kind) });
        return bands;
    }

    private JsonNode Value(Kind kind) => operands.Scalar(kind);
}
