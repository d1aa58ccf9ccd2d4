using System.Text.Json.Nodes;

namespace ScoreGuard.Domain.Documents.Shapes;

/// <summary>A value whose reading needs more than its shape, such as a criterion; only its schema is given here.</summary>
/// <param name="noun">With its article: <c>a criterion</c>.</param>
/// <param name="definition">Its name among the schema's definitions.</param>
/// <param name="schema">Its schema; may refer to itself.</param>
public sealed class RawShape(string noun, string definition, Func<SchemaDefinitions, JsonObject> schema) : Shape<Place>
{
    public override string Noun => noun;

    public override bool TryRead(Place place, out Place value)
    {
        value = place;
        return true;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.Reference(definition, schema);
}
