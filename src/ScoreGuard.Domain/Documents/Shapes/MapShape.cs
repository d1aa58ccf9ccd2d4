using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Domain.Documents.Shapes;

/// <summary>A mapping whose keys are names that the user gives.</summary>
/// <param name="noun">With its article: <c>a mapping of segments by name</c>.</param>
/// <param name="what">What a key names, without article: <c>segment</c>.</param>
public sealed class MapShape<T>(string noun, string what, Shape<T> item) : Shape<ImmutableArray<Named<T>>>
{
    public override string Noun => noun;

    public override bool TryRead(Place place, out ImmutableArray<Named<T>> value)
    {
        value = [];
        if (place.Node is not DocumentNode.Mapping mapping)
        {
            return place.Expected(noun);
        }

        var items = ImmutableArray.CreateBuilder<Named<T>>(mapping.Entries.Length);
        foreach (var entry in mapping.Entries)
        {
            if (string.IsNullOrWhiteSpace(entry.Key))
            {
                place.KeyError(DocumentCodes.Blank, entry, $"The name of a {what} is blank; give it a name.");
            }

            if (item.TryRead(place.Value(entry), out var read))
            {
                items.Add(new(entry, place, read));
            }
        }

        value = items.ToImmutable();
        return true;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new()
        {
            ["type"] = "object",
            ["propertyNames"] = new JsonObject { ["pattern"] = "\\S" },
            ["additionalProperties"] = item.Schema(definitions),
        };
}
