using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>One thing, or several with weights: <c>de</c>, or <c>{ de: 3, fr: 1 }</c>.</summary>
/// <param name="item">Reads one of them from its name.</param>
internal sealed class WeightsShape<T>(string noun, Shape<T> item) : Shape<ImmutableArray<Weighted<T>>>
{
    public static readonly NumberShape Weight = new("a weight")
    {
        AtLeast = 0,
        AtMost = 1_000_000,
        Decimals = 6,
    };

    public override string Noun => noun;

    public override bool TryRead(Place place, out ImmutableArray<Weighted<T>> value)
    {
        value = [];
        if (place.Node is not DocumentNode.Mapping mapping)
        {
            if (!item.TryRead(place, out var only))
            {
                return false;
            }

            value = [new(only, 1)];
            return true;
        }

        var items = ImmutableArray.CreateBuilder<Weighted<T>>();
        var isWhole = true;
        foreach (var entry in mapping.Entries)
        {
            var key = place with
            {
                Node = new DocumentNode.Scalar(entry.KeyAt, ScalarKind.Text, entry.Key),
                Path = place.Path.Key(entry.Key),
            };
            if (item.TryRead(key, out var read) & Weight.TryRead(place.Value(entry), out var weight))
            {
                items.Add(new(read, weight));
            }
            else
            {
                isWhole = false;
            }
        }

        value = items.ToImmutable();
        return isWhole && HasWeight(place, value);
    }

    /// <summary>Reports weights that sum to nothing.</summary>
    public static bool HasWeight(Place place, ImmutableArray<Weighted<T>> items)
    {
        var has = items.Any(item => item.Weight > 0);
        if (!has)
        {
            place.Error(LeadPlanCodes.NoWeight, "The weights sum to 0; give at least one of them a weight above 0.");
        }

        return has;
    }

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var weights = new JsonObject { ["type"] = "object", ["additionalProperties"] = Weight.Schema(definitions) };
        var one = item.Schema(definitions);
        if (one["enum"] is { } names)
        {
            weights["propertyNames"] = new JsonObject { ["enum"] = names.DeepClone() };
        }

        return new() { ["anyOf"] = new JsonArray(one, weights) };
    }
}
