using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ScoreGuard.Targets.HubSpot.Reading;

/// <summary>Matchers of several values.</summary>
internal static class Matchers
{
    /// <summary>Any of the matchers; negative: none of them.</summary>
    public static Criterion Several(
        Subject subject,
        bool isNegative,
        JsonElement operation,
        IEnumerable<JsonNode> matchers
    )
    {
        Criterion[] parts =
        [
            .. matchers.Select(matcher => OperationReader.Signed(subject, isNegative, operation, matcher)),
        ];
        return isNegative ? Criterion.All(parts) : Criterion.Any(parts);
    }

    /// <returns>Null: a value is none of the field's type.</returns>
    public static JsonArray? Listed(Subject subject, ImmutableArray<string> values)
    {
        var list = new JsonArray();
        foreach (var value in values)
        {
            if (OperationReader.Value(subject, value, JsonValueKind.String) is not { } item)
            {
                return null;
            }

            list.Add(item);
        }

        return list;
    }
}
