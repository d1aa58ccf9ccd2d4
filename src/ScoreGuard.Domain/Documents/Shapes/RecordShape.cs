using System.Text.Json.Nodes;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Domain.Documents.Shapes;

/// <summary>A mapping whose keys are fixed: unknown keys and missing required ones are errors.</summary>
/// <param name="noun">With its article: <c>a rule</c>.</param>
/// <param name="keys">In the order in which people read them.</param>
public sealed class RecordShape(string noun, params IReadOnlyList<RecordKey> keys) : Shape<RecordReader>
{
    public override string Noun => noun;

    public IReadOnlyList<RecordKey> Keys { get; } = keys;

    public override bool TryRead(Place place, out RecordReader value)
    {
        value = new RecordReader(place, this);
        if (place.Node is not DocumentNode.Mapping mapping)
        {
            return place.Expected($"{noun}, a mapping with {Quote.All(Keys.Where(IsTelling).Select(key => key.Name))}");
        }

        var known = Keys.Select(key => key.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            if (known.Contains(entry.Key))
            {
                continue;
            }

            // Looking for what was meant is costly, and no longer shown once there are too many errors.
            var hint = place.Diagnostics.IsFull ? "." : Spelling.Hint(entry.Key, known);
            if (!place.Diagnostics.IsFull && Spelling.Nearest(entry.Key, known) is { } meant)
            {
                value.Misspelt.Add(meant);
            }

            place.KeyError(
                DocumentCodes.UnknownKey,
                entry,
                $"{Capital(noun)} has no key {Quote.Code(entry.Key)}{hint}"
            );
        }

        foreach (var key in Keys)
        {
            if (key.Required && !value.Has(key) && !value.Misspelt.Contains(key.Name))
            {
                place.Error(
                    DocumentCodes.MissingKey,
                    $"{Capital(noun)} needs the key {Quote.Code(key.Name)}: {key.Shape.Noun}."
                );
            }
        }

        return true;
    }

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var properties = new JsonObject();
        foreach (var key in Keys)
        {
            properties[key.Name] = Described(key, key.Shape.Schema(definitions));
        }

        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        var required = Keys.Where(key => key.Required).Select(key => (JsonNode)key.Name).ToArray();
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        return schema;
    }

    /// <summary>The schema of a key's value with its summary and examples; draft-07 ignores what stands beside a <c>$ref</c>.</summary>
    public static JsonObject Described(RecordKey key, JsonObject schema)
    {
        var described = schema.ContainsKey("$ref") ? new JsonObject { ["allOf"] = new JsonArray(schema) } : schema;
        described["description"] = key.Summary;
        if (key.Examples.Count > 0)
        {
            described["examples"] = new JsonArray([.. key.Examples.Select(example => (JsonNode)example)]);
        }

        return described;
    }

    internal static string Capital(string noun) => char.ToUpperInvariant(noun[0]) + noun[1..];

    private bool IsTelling(RecordKey key) => key.Required || Keys.All(other => !other.Required);
}
