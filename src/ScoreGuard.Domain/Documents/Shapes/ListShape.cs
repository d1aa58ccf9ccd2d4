using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Domain.Documents.Shapes;

/// <summary>A list; with <see cref="OrOne"/> also a single item in its place.</summary>
/// <param name="noun">With its article: <c>a list of stages</c>.</param>
public sealed class ListShape<T>(string noun, Shape<T> item) : Shape<ImmutableArray<T>>
{
    public override string Noun => noun;

    /// <summary>True where an empty list says something. Default false.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>True where one item may stand without its list. Default false.</summary>
    public bool OrOne { get; init; }

    public override bool TryRead(Place place, out ImmutableArray<T> value)
    {
        value = [];
        if (place.Node is not DocumentNode.Sequence sequence)
        {
            if (!OrOne || place.Node is not DocumentNode.Scalar { Kind: not ScalarKind.Null })
            {
                return place.Expected(noun);
            }

            var read = item.TryRead(place, out var one);
            value = read ? [one] : [];
            return read;
        }

        if (sequence.Items.IsEmpty && !MayBeEmpty)
        {
            place.Error(DocumentCodes.EmptyList, $"Expected {noun} with at least one item, but found an empty list.");
            return false;
        }

        var items = ImmutableArray.CreateBuilder<T>(sequence.Items.Length);
        for (var i = 0; i < sequence.Items.Length; i++)
        {
            if (item.TryRead(place.Item(i, sequence.Items[i]), out var read))
            {
                items.Add(read);
            }
        }

        value = items.ToImmutable();
        return true;
    }

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = item.Schema(definitions) };
        if (!MayBeEmpty)
        {
            list["minItems"] = 1;
        }

        return OrOne ? new() { ["anyOf"] = new JsonArray(item.Schema(definitions), list) } : list;
    }
}
