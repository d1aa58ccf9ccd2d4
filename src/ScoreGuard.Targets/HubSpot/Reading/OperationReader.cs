using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Leads;

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
            "STRING" or "MULTISTRING" => TextReader.Find(subject, asked, operation, verdict),
            "ENUMERATION" => ChoiceReader.Find(subject, asked, operation, verdict),
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

    /// <summary>As the field's type wants it; of an activity's property, as it was given.</summary>
    public static JsonValue? Value(Subject subject, string text, JsonValueKind given)
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
                    ["activity"] = ActivityNames.AttributeChange,
                    ["where"] = new JsonObject { [subject.Name] = new JsonObject { ["missing"] = false } },
                    ["within"] = $"{days:0}d",
                },
            }
        );
        return asked == "UPDATED_IN_LAST_X_DAYS" ? did : did.Not;
    }
}
