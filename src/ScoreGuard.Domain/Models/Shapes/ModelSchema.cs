using System.Text.Json;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Shapes;

/// <summary>The JSON Schema (draft-07) of models, for editors: completion, hover, unknown keys while typing.</summary>
public static class ModelSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>The schema as text, with a line feed at the end. It knows the form; what names refer to, only the reader knows.</summary>
    public static string Json() => Document().ToJsonString(Indented) + "\n";

    private static JsonObject Document() => SchemaDefinitions.Document("ScoreGuard model, version 1", ModelShape.Shape);
}
