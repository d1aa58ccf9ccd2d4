using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ScoreGuard.Targets.HubSpot.Reading;

/// <summary>Turns HubSpot's operations on a property into criteria of the model.</summary>
internal static class OperationReader
{
    /// <returns>Null: the model cannot ask that; the verdict says why.</returns>
    public static Criterion? Find(Subject subject, JsonElement operation, Verdict verdict)
    {
        var kind = operation.FindText("operationType") ?? operation.FindText("type") ?? "";
        var asked = operation.FindText("operator") ?? "";
        if (
            asked.StartsWith("HAS_EVER", StringComparison.Ordinal)
            || asked.StartsWith("HAS_NEVER", StringComparison.Ordinal)
        )
        {
            verdict.LeaveOut($"{asked} asks for earlier values of `{subject.Name}`, which a lead does not have");
            return null;
        }

        var criterion = kind switch
        {
            "ALL_PROPERTY" => Presence(subject, asked),
            "BOOL" or "NUMBER" => Compared(subject, asked, operation),
            "NUMBER_RANGED" => Ranged(subject, asked, operation),
            "STRING" or "MULTISTRING" => Texts(subject, asked, operation, verdict),
            "ENUMERATION" => Choices(subject, asked, operation, verdict),
            "DATE" or "DATETIME" or "RANGED_DATE" or "TIME_POINT" or "TIME_RANGED" => DateReader.Find(
                subject,
                operation,
                verdict
            ),
            "ROLLING_PROPERTY_UPDATED" => Updated(subject, asked, operation, verdict),
            _ => null,
        };
        if (criterion is null)
        {
            verdict.LeaveOut($"the model cannot ask {kind} {asked} of `{subject.Name}`");
        }

        return criterion;
    }

    /// <summary>Positive or negative by the operator, with what it says of missing values.</summary>
    public static Criterion Signed(Subject subject, bool isNegative, JsonElement operation, JsonNode matcher) =>
        Criterion.Of(
            subject.Name,
            isNegative ? new JsonObject { ["not"] = matcher } : matcher,
            operation.IsTrue("includeObjectsWithNoValueSet")
        );

    private static Criterion? Presence(Subject subject, string asked) =>
        asked switch
        {
            "IS_KNOWN" or "IS_NOT_BLANK" or "IS_NOT_EMPTY" => Criterion.Missing(subject.Name).Not,
            "IS_UNKNOWN" or "IS_BLANK" or "IS_EMPTY" => Criterion.Missing(subject.Name),
            _ => null,
        };

    private static Criterion? Compared(Subject subject, string asked, JsonElement operation)
    {
        if (
            !operation.TryGet("value", out var given)
            || given.AsText() is not { } text
            || Value(subject, text, given.ValueKind) is not { } value
        )
        {
            return null;
        }

        return asked switch
        {
            "IS_EQUAL_TO" => Signed(subject, isNegative: false, operation, new JsonArray(value)),
            "IS_NOT_EQUAL_TO" => Signed(subject, isNegative: true, operation, new JsonArray(value)),
            _ when Sign(asked) is { } sign && subject.Type is null or "number" => Signed(
                subject,
                isNegative: false,
                operation,
                $"{sign} {text}"
            ),
            _ => null,
        };
    }

    private static string? Sign(string asked) =>
        asked switch
        {
            "IS_GREATER_THAN" => ">",
            "IS_GREATER_THAN_OR_EQUAL_TO" => ">=",
            "IS_LESS_THAN" => "<",
            "IS_LESS_THAN_OR_EQUAL_TO" => "<=",
            _ => null,
        };

    private static Criterion? Ranged(Subject subject, string asked, JsonElement operation)
    {
        if (
            asked is not ("IS_BETWEEN" or "IS_NOT_BETWEEN")
            || subject.Type is not (null or "number")
            || operation.FindNumber("lowerBound") is not { } low
            || operation.FindNumber("upperBound") is not { } high
            || low > high
        )
        {
            return null;
        }

        var between = new JsonObject { ["between"] = new JsonArray(low, high) };
        return Signed(subject, asked == "IS_NOT_BETWEEN", operation, between);
    }

    private static Criterion? Texts(Subject subject, string asked, JsonElement operation, Verdict verdict)
    {
        ImmutableArray<string> values =
        [
            .. operation
                .Items("values")
                .Select(value => value.AsText())
                .Append(operation.FindText("value"))
                .OfType<string>()
                .Where(value => value.Trim().Length > 0),
        ];
        if (values.IsEmpty)
        {
            return null;
        }

        var isNegative =
            asked is "IS_NOT_EQUAL_TO" or "DOES_NOT_CONTAIN" or "DOES_NOT_START_WITH" or "DOES_NOT_END_WITH";
        var part = asked switch
        {
            "CONTAINS" or "DOES_NOT_CONTAIN" => "contains",
            "STARTS_WITH" or "DOES_NOT_START_WITH" => "startsWith",
            "ENDS_WITH" or "DOES_NOT_END_WITH" => "endsWith",
            _ => null,
        };
        if (asked is "IS_EQUAL_TO" or "IS_NOT_EQUAL_TO")
        {
            return Listed(subject, values) is { } list ? Signed(subject, isNegative, operation, list) : null;
        }

        if (part is null || subject.Type is not (null or "text"))
        {
            return null;
        }

        if (part == "contains")
        {
            verdict.Approximate("`contains` looks anywhere in a text, HubSpot may look at whole words");
        }

        return Several(
            subject,
            isNegative,
            operation,
            values.Select(value => (JsonNode)new JsonObject { [part] = value })
        );
    }

    private static Criterion? Choices(Subject subject, string asked, JsonElement operation, Verdict verdict)
    {
        ImmutableArray<string> values = [.. operation.Items("values").Select(value => value.AsText()).OfType<string>()];
        if (values.IsEmpty || values.Any(value => value.Trim().Length == 0))
        {
            return null;
        }

        var isNegative = asked is "IS_NONE_OF" or "IS_NOT_EXACTLY" or "DOES_NOT_CONTAIN_ALL" or "IS_NOT_EQUAL_TO";
        if (!subject.HoldsSeveral)
        {
            var isOfOne =
                asked is "IS_ANY_OF" or "IS_NONE_OF" or "IS_EQUAL_TO" or "IS_NOT_EQUAL_TO" || values.Length == 1;
            var isKnown = isOfOne && asked is not ("IS_KNOWN" or "IS_UNKNOWN");
            return isKnown && Listed(subject, values) is { } list ? Signed(subject, isNegative, operation, list) : null;
        }

        var each = values.Select(value =>
            (JsonNode)new JsonObject { ["matches"] = $@"(^|;)\s*{Regex.Escape(value)}\s*($|;)" }
        );
        switch (asked)
        {
            case "IS_ANY_OF" or "IS_NONE_OF":
                return Several(subject, isNegative, operation, each);
            case "CONTAINS_ALL":
                return Criterion.All([
                    .. each.Select(matcher => Signed(subject, isNegative: false, operation, matcher)),
                ]);
            case "DOES_NOT_CONTAIN_ALL":
                return Criterion.Any([
                    .. each.Select(matcher => Signed(subject, isNegative: true, operation, matcher)),
                ]);
            case "IS_EXACTLY" or "IS_NOT_EXACTLY" or "IS_EQUAL_TO" or "IS_NOT_EQUAL_TO" when values.Length == 1:
                return Signed(subject, isNegative, operation, Listed(subject, values)!);
            default:
                verdict.LeaveOut($"the model cannot ask whether `{subject.Name}` holds exactly several choices");
                return null;
        }
    }

    /// <summary>Any of the matchers; negative: none of them.</summary>
    private static Criterion Several(
        Subject subject,
        bool isNegative,
        JsonElement operation,
        IEnumerable<JsonNode> matchers
    )
    {
        Criterion[] parts = [.. matchers.Select(matcher => Signed(subject, isNegative, operation, matcher))];
        return isNegative ? Criterion.All(parts) : Criterion.Any(parts);
    }

    /// <summary>A change of the property is an activity of the lead.</summary>
    private static Criterion? Updated(Subject subject, string asked, JsonElement operation, Verdict verdict)
    {
        if (
            subject.Type is null
            || asked is not ("UPDATED_IN_LAST_X_DAYS" or "NOT_UPDATED_IN_LAST_X_DAYS")
            || operation.FindNumber("numberOfDays") is not { } days
            || days is < 1 or > 36_500
        )
        {
            return null;
        }

        verdict.Approximate(
            $"`{subject.Name}` counts as updated by an attribute_change that gives it a value, not by the lead's creation"
        );
        var did = Criterion.Known(
            new()
            {
                ["did"] = new JsonObject
                {
                    ["activity"] = "attribute_change",
                    ["where"] = new JsonObject { [subject.Name] = new JsonObject { ["missing"] = false } },
                    ["within"] = $"{days:0}d",
                },
            }
        );
        return asked == "UPDATED_IN_LAST_X_DAYS" ? did : did.Not;
    }

    /// <returns>Null: a value is none of the field's type.</returns>
    private static JsonArray? Listed(Subject subject, ImmutableArray<string> values)
    {
        var list = new JsonArray();
        foreach (var value in values)
        {
            if (Value(subject, value, JsonValueKind.String) is not { } item)
            {
                return null;
            }

            list.Add(item);
        }

        return list;
    }

    /// <summary>As the field's type wants it; of an activity's property, as it was given.</summary>
    private static JsonValue? Value(Subject subject, string text, JsonValueKind given)
    {
        var type =
            subject.Type
            ?? given switch
            {
                JsonValueKind.Number => "number",
                JsonValueKind.True or JsonValueKind.False => "boolean",
                _ => "text",
            };
        return type switch
        {
            "text" => string.IsNullOrWhiteSpace(text) ? null : JsonValue.Create(text),
            "number" => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
                ? JsonValue.Create(number)
                : null,
            "boolean" => bool.TryParse(text, out var flag) ? JsonValue.Create(flag) : null,
            _ => null,
        };
    }
}
