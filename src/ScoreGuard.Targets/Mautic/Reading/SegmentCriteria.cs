using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.Mautic.Reading;

/// <summary>A segment's filters as criteria over a lead's attributes.</summary>
internal sealed class SegmentCriteria(LeadMapping leads)
{
    /// <summary>The criteria, or null and why there are none.</summary>
    public (JsonObject? Criteria, string Reason) Read(JsonElement segment, ModelDraft draft)
    {
        var alternatives = new List<List<JsonObject>> { new() };
        foreach (var (_, filter) in segment.Find("filters").Items())
        {
            var (criterion, reason) = ReadFilter(filter, draft);
            if (criterion is null)
            {
                return (null, reason);
            }

            if (filter.Find("glue").AsText() == "or" && alternatives[^1].Count > 0)
            {
                alternatives.Add([]);
            }

            alternatives[^1].Add(criterion);
        }

        return alternatives[0].Count == 0
            ? (null, "The segment has no filters: people add to it by hand.")
            : (Criteria.Any([.. alternatives.Select(all => Criteria.All(all)!)]), "");
    }

    private (JsonObject? Criterion, string Reason) ReadFilter(JsonElement filter, ModelDraft draft)
    {
        var alias = filter.Find("field").AsText() ?? "";
        var how = filter.Find("operator").AsText() ?? "";
        if (filter.Find("object").AsText() is not ("lead" or null) || AttributeOf(alias) is not { } attribute)
        {
            return (null, $"It filters by {Quote.Code(alias)}, which no attribute is mapped to.");
        }

        var isNumber = filter.Find("type").AsText() == "number";
        if (!draft.TryUseField(attribute, isNumber ? "number" : "text"))
        {
            return (
                null,
                $"It filters by {Quote.Code(alias)} in a way that the model's field {Quote.Code(attribute)} does not take."
            );
        }

        var said = filter.Find("properties").Find("filter");
        var operand = said.ValueKind == JsonValueKind.Undefined ? filter.Find("filter") : said;
        return Compare(attribute, how, operand, isNumber) is { } criterion
            ? (criterion, "")
            : (null, $"It filters with {Quote.Code(how)}, which is not carried.");
    }

    /// <remarks>Mautic's negations take contacts that have no value.</remarks>
    private static JsonObject? Compare(string attribute, string how, JsonElement operand, bool isNumber)
    {
        switch (how)
        {
            case "empty":
                return Criteria.Missing(attribute);
            case "!empty":
                return Criteria.Missing(attribute, isMissing: false);
            case "in" or "!in" when !isNumber && operand.Ids() is { Count: > 0 } values:
                var isIn = new JsonObject
                {
                    [attribute] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]),
                };
                return how == "in" ? isIn : OrMissing(attribute, Criteria.Opposite(isIn));
        }

        if (operand.AsText() is not { Length: > 0 } text)
        {
            return null;
        }

        if (isNumber)
        {
            return decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
                ? CompareNumber(attribute, how, number)
                : null;
        }

        return how switch
        {
            "=" => Criteria.Is(attribute, text),
            "!=" => OrMissing(attribute, Criteria.Not(attribute, text)),
            "contains" or "startsWith" or "endsWith" => new() { [attribute] = new JsonObject { [how] = text } },
            "like" => new() { [attribute] = new JsonObject { ["matches"] = Glob.ToLikeExpression(Like(text)) } },
            "!like" => OrMissing(
                attribute,
                Criteria.Opposite(
                    new() { [attribute] = new JsonObject { ["matches"] = Glob.ToLikeExpression(Like(text)) } }
                )
            ),
            _ => null,
        };
    }

    private static JsonObject? CompareNumber(string attribute, string how, decimal number) =>
        how switch
        {
            "=" => new() { [attribute] = new JsonObject { ["is"] = number } },
            "!=" => OrMissing(
                attribute,
                new() { [attribute] = new JsonObject { ["not"] = new JsonObject { ["is"] = number } } }
            ),
            "gt" => Ordered(attribute, ">", number),
            "gte" => Ordered(attribute, ">=", number),
            "lt" => Ordered(attribute, "<", number),
            "lte" => Ordered(attribute, "<=", number),
            _ => null,
        };

    private static JsonObject Ordered(string attribute, string sign, decimal number) =>
        new() { [attribute] = string.Create(CultureInfo.InvariantCulture, $"{sign} {number}") };

    private static JsonObject OrMissing(string attribute, JsonObject criterion) =>
        Criteria.Any([criterion, Criteria.Missing(attribute)]);

    /// <summary>Without a star of its own a text may stand anywhere.</summary>
    private static string Like(string text) => text.Contains('%', StringComparison.Ordinal) ? text : $"%{text}%";

    private string? AttributeOf(string alias)
    {
        foreach (var field in leads.Fields)
        {
            if (field.Theirs == alias)
            {
                return field.Ours;
            }
        }

        return null;
    }
}
