using System.Text.Json.Nodes;

namespace ScoreGuard.Domain.Documents.Shapes;

/// <summary>The parts of a JSON Schema that refer to themselves, each written once under a name.</summary>
public sealed class SchemaDefinitions
{
    private readonly SortedDictionary<string, JsonObject?> byName = new(StringComparer.Ordinal);

    /// <summary>A reference to the definition of that name; made by <paramref name="make"/> when first asked for.</summary>
    public JsonObject Reference(string name, Func<SchemaDefinitions, JsonObject> make)
    {
        if (byName.TryAdd(name, null))
        {
            byName[name] = make(this);
        }

        return new() { ["$ref"] = $"#/definitions/{name}" };
    }

    /// <summary>The whole schema of a document of this shape.</summary>
    public static JsonObject Document(string title, Shape root)
    {
        var definitions = new SchemaDefinitions();
        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title };
        foreach (var (key, value) in root.Schema(definitions).ToList())
        {
            schema[key] = value?.DeepClone();
        }

        if (definitions.byName.Count > 0)
        {
            var all = new JsonObject();
            foreach (var (name, definition) in definitions.byName)
            {
                all[name] = definition;
            }

            schema["definitions"] = all;
        }

        return schema;
    }
}
