using System.Collections.Immutable;
using ScoreGuard.Application.Validation;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Cli.Resources;

/// <summary>The files of a new workspace, by what scores its leads.</summary>
/// <param name="Target">As <c>target.type</c> calls it.</param>
/// <param name="Settings">What the connection needs; empty: nothing scores elsewhere.</param>
internal sealed record WorkspaceTemplate(string Target, ImmutableArray<string> Settings)
{
    private const string YamlEnding = ".yaml";
    private const string SchemaEnding = ".schema.json";

    /// <summary>Our engine scores a model that lies in the workspace.</summary>
    public static readonly WorkspaceTemplate Model = new("model", []);

    public static readonly ImmutableArray<WorkspaceTemplate> All =
    [
        Model,
        With("hubspot", "hubspot", "TOKEN"),
        With("marketo", "marketo", "URL", "CLIENT_ID", "CLIENT_SECRET"),
        With("mautic", "mautic", "URL", "CLIENT_ID", "CLIENT_SECRET"),
        With("salesforce", "sf-sandbox", "URL", "CLIENT_ID", "CLIENT_SECRET"),
        With("http", "scoring", "URL"),
    ];

    /// <summary>Whether leads become records on a platform, so that a run can be planned before it is taken.</summary>
    public bool MakesRecords => Target is not ("model" or "http");

    public static WorkspaceTemplate Get(string target) => All.Single(template => template.Target == target);

    /// <summary>Each with its path in the workspace; with the schemas that they name.</summary>
    public IReadOnlyList<(string Name, string Text)> Files()
    {
        var folder = $"init/{Target}";
        var written = EmbeddedFiles.Below(folder).ToList();
        return
        [
            .. written.Select(name => (name, EmbeddedFiles.Text($"{folder}/{name}"))),
            .. EditorSchemas.All.Where(schema => written.Contains(Described(schema.Name))),
        ];
    }

    /// <param name="connection">As the target's template calls it.</param>
    private static WorkspaceTemplate With(string target, string connection, params ImmutableArray<string> settings) =>
        new(target, [.. settings.Select(what => Connections.SettingOf(connection, what))]);

    /// <summary>Which file a schema is for.</summary>
    private static string Described(string schema) =>
        Path.GetFileName(schema).Replace(SchemaEnding, YamlEnding, StringComparison.Ordinal);
}
