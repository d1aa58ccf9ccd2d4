using System.Text.Json;

namespace ScoreGuard.Functions.Tests.Ui;

/// <summary>A folder of workspaces, gone when it is disposed.</summary>
internal sealed class GuardedFolder : IDisposable
{
    private const string Model = """
        scoreguard: 1
        name: NAME
        fields: { country: { type: text, synonyms: { DE: [Germany] } } }
        scores:
          fit: { rules: [ { id: german, when: { country: DE }, points: 20 } ] }
          behaviour: { rules: [ { id: demo, on: demo, points: 50 }, { id: click, on: click, points: 10 } ] }
          total: { sum: { fit: 1, behaviour: 1 } }
        lifecycle:
          start: Inquiry
          stages: [Inquiry, MQL]
          transitions: [ { id: mql, from: Inquiry, to: MQL, when: { score.total: '>= 60' } } ]
        routing: { on: [MQL], rules: [ { id: dach, when: { country: DE }, to: DACH } ], default: Pool }
        """;

    private static readonly string Leads = string.Concat(
        Enumerable
            .Range(0, 40)
            .Select(lead =>
                $$"""{"id":"L{{lead:D3}}","createdAt":"2026-01-01","attributes":{"country":"{{(
                    lead % 2 == 0 ? "Germany" : "US"
                )}}"},"activities":[{{string.Join(
                    ',',
                    Enumerable.Range(0, lead % 7).Select(_ => """{"type":"click","at":"2026-01-02"}""")
                )}}]}"""
                + "\n"
            )
    );

    public string Root { get; } = Directory.CreateTempSubdirectory("scoreguard-ui-").FullName;

    /// <param name="title">What its people call it.</param>
    /// <param name="modelName">What the model calls itself.</param>
    public void Add(string name, string title = "Small", string modelName = "Small")
    {
        Directory.CreateDirectory(Path.Combine(Root, name));
        // JSON is YAML: any text can be a title.
        Write(
            name,
            "scoreguard.yaml",
            $"scoreguard: 1\nname: {JsonSerializer.Serialize(title)}\nleads: leads.jsonl\nasOf: 2026-02-01\n"
        );
        Write(name, "model.yaml", Model.Replace("NAME", JsonSerializer.Serialize(modelName), StringComparison.Ordinal));
        Write(name, "leads.jsonl", Leads);
    }

    public void Write(string name, string file, string text) => File.WriteAllText(Path.Combine(Root, name, file), text);

    public void Edit(string name, string was, string now)
    {
        var model = File.ReadAllText(Path.Combine(Root, name, "model.yaml"));
        model.ShouldContain(was);
        Write(name, "model.yaml", model.Replace(was, now, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
