using System.Text.Json.Nodes;

namespace ScoreGuard.Domain.Documents.Shapes;

/// <summary>Another shape, whose value is read together with its place.</summary>
public sealed class PlacedShape<T>(Shape<T> inner) : Shape<Placed<T>>
{
    public override string Noun => inner.Noun;

    public override bool TryRead(Place place, out Placed<T> value)
    {
        var read = inner.TryRead(place, out var bare);
        value = new(place, bare);
        return read;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => inner.Schema(definitions);
}
