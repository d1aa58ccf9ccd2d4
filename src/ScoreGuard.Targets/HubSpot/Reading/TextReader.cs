using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ScoreGuard.Targets.HubSpot.Reading;

/// <summary>Turns operations on texts into criteria.</summary>
internal static class TextReader
{
    public static Criterion? Find(Subject subject, string asked, JsonElement operation, Verdict verdict)
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
            return Matchers.Listed(subject, values) is { } list
                ? OperationReader.Signed(subject, isNegative, operation, list)
                : null;
        }

        if (part is null || subject.Type is not (null or "text"))
        {
            return null;
        }

        if (part == "contains")
        {
            verdict.Approximate("`contains` looks anywhere in a text, HubSpot may look at whole words");
        }

        return Matchers.Several(
            subject,
            isNegative,
            operation,
            values.Select(value => (JsonNode)new JsonObject { [part] = value })
        );
    }
}
