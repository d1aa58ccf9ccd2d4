using System.Text.Json.Nodes;

namespace ScoreGuard.Domain.Documents.Shapes;

/// <summary>What may stand at one place of a document: read by it, and described by it to editors.</summary>
public abstract class Shape
{
    /// <summary>With its article and an example where that helps: <c>a duration such as `30d`</c>.</summary>
    public abstract string Noun { get; }

    /// <summary>The JSON Schema (draft-07) of what this shape reads.</summary>
    public abstract JsonObject Schema(SchemaDefinitions definitions);
}

/// <inheritdoc/>
public abstract class Shape<T> : Shape
{
    /// <summary>Reads a value, or reports everything that is wrong with it.</summary>
    /// <returns>
    /// False where there is nothing to go on with, and an error has been reported. A list or mapping some of whose parts
    /// are wrong gives the others, so that they are checked too; the errors refuse the document in the end.
    /// </returns>
    public abstract bool TryRead(Place place, out T value);
}
