using System.Text.Json;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Targets.HubSpot.Reading;

/// <summary>Says a calculation in words, for the listing and the notes of rules.</summary>
internal static class CalculationWords
{
    private const int Deepest = 16;
    private const int Longest = 400;

    public static string Of(JsonElement calculation) => Quote.Plain(Words(calculation, 0), Longest);

    private static string Words(JsonElement calculation, int depth) =>
        calculation.FindText("type") switch
        {
            _ when depth > Deepest => "…",
            "CONSTANT" => $"always {calculation.FindText("value")}",
            "MATCH" => Joined(
                calculation
                    .Items("matchRules")
                    .Select(rule => $"{Operation(calculation, rule)} gives {rule.FindText("value")}")
                    .Append(calculation.FindText("defaultValue") is { } other ? $"else {other}" : "")
            ),
            "CONDITIONAL" => $"{Condition(calculation, "whereCondition", depth)} gives {calculation.FindText("value")}",
            "MULTI" => Joined(calculation.Items("calculators").Select(part => Words(part, depth + 1))),
            "SEGMENT_MEMBERSHIP" => Joined(
                calculation
                    .Items("segmentMembershipRules")
                    .Select(rule =>
                        $"{Plain(rule.FindText("operation"))} of {Listed(rule.Items("segmentIds"))} gives {rule.FindText("value")}"
                    )
            ),
            "MULTI_UE" => Joined(calculation.Items("eventCalculators").Select(entry => Event(entry, depth))),
            var type =>
                $"{Plain(type)} {Plain(calculation.FindText("rollupType"))} of {calculation.FindText("associatedObjectTypeId")}: {Inner(calculation, "recordCalculation", depth)}",
        };

    private static string Event(JsonElement entry, int depth)
    {
        var words = $"event {entry.FindText("eventTypeId")}: {Inner(entry, "recordCalculation", depth)}";
        if (entry.TryGet("eventFrequencyCriteria", out var frequency))
        {
            words +=
                $", {Joined(frequency.Items("ranges").Select(range => $"{Plain(range.FindText("type"))} {range.FindText("from")}{To(range)} times gives {range.FindText("value")}"))}";
        }

        return
            entry.TryGet("eventTimeframe", out var timeframe)
            && timeframe.TryGet("eventFilterOperation", out var operation)
            ? $"{words}, {Asked(operation)}"
            : words;
    }

    private static string To(JsonElement range) => range.FindText("to") is { } to ? $" to {to}" : "";

    private static string Inner(JsonElement owner, string name, int depth) =>
        owner.TryGet(name, out var inner) ? Words(inner, depth + 1) : "";

    private static string Condition(JsonElement owner, string name, int depth) =>
        owner.TryGet(name, out var condition) ? Condition(condition, depth) : "";

    private static string Condition(JsonElement condition, int depth) =>
        depth > Deepest ? "…"
        : condition.FindText("type") == "SINGLE" ? Operation(condition, condition)
        : string.Join(" and ", condition.Items("conditions").Select(part => Condition(part, depth + 1)));

    private static string Operation(JsonElement subject, JsonElement owner) =>
        owner.TryGet("operation", out var operation) ? $"{subject.FindText("property")} {Asked(operation)}" : "";

    private static string Asked(JsonElement operation)
    {
        string?[] operands =
        [
            operation.FindText("value"),
            operation.TryGet("values", out _) ? Listed(operation.Items("values")) : null,
            operation.FindText("lowerBound"),
            operation.FindText("upperBound"),
            operation.FindText("numberOfDays"),
            operation.FindText("timestamp"),
            operation.FindText("comparisonPropertyName"),
            operation.FindText("year") is { } year
                ? $"{year}-{operation.FindText("month")}-{operation.FindText("day")}"
                : null,
        ];
        return string.Join(' ', operands.OfType<string>().Prepend(Plain(operation.FindText("operator"))));
    }

    private static string Listed(IEnumerable<JsonElement> values) =>
        string.Join(" or ", values.Select(value => value.AsText()));

    private static string Joined(IEnumerable<string> parts) => string.Join("; ", parts.Where(part => part.Length > 0));

    private static string Plain(string? name) => (name ?? "").Replace('_', ' ').ToLowerInvariant();
}
