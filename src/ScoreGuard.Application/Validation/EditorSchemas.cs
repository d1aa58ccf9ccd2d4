using System.Text.Json;
using ScoreGuard.Domain.Models.Shapes;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Synthetic.Reading;

namespace ScoreGuard.Application.Validation;

/// <summary>JSON Schemas of everything that people write, for their editors.</summary>
public static class EditorSchemas
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Each with its path in a workspace.</summary>
    public static IEnumerable<(string Name, string Text)> All =>
        [
            ("schemas/scoreguard.schema.json", WorkspaceShape.SchemaJson() + "\n"),
            ("schemas/model.schema.json", ModelSchema.Json() + "\n"),
            ("schemas/leads.schema.json", LeadPlanReader.Schema().ToJsonString(Indented) + "\n"),
        ];
}
