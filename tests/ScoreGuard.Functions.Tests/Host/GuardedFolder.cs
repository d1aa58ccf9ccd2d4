using System.Globalization;
using System.Text;

namespace ScoreGuard.Functions.Tests.Host;

/// <summary>A folder of workspaces as a handler serves it, gone with the test.</summary>
internal sealed class GuardedFolder : IDisposable
{
    /// <summary>The workspace's name in addresses.</summary>
    public const string Name = "small";

    private const string Model = """
        scoreguard: 1
        name: Small
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

    /// <param name="leads">Every fifth asks for a demo, every second is German: a tenth are MQL.</param>
    public GuardedFolder(int leads = 40)
    {
        Directory.CreateDirectory(Workspace);
        Write("scoreguard.yaml", "scoreguard: 1\nname: Small\nleads: leads.jsonl\nasOf: 2026-02-01\n");
        Write("model.yaml", Model);
        var lines = new StringBuilder();
        for (var lead = 0; lead < leads; lead++)
        {
            lines
                .Append(
                    CultureInfo.InvariantCulture,
                    $$"""{"id":"L{{lead:D6}}","createdAt":"2026-01-01","attributes":"""
                )
                .Append(
                    lead % 2 == 0 ? """{"country":"Germany"},"activities":[""" : """{"country":"US"},"activities":["""
                )
                .Append(lead % 5 == 0 ? """{"type":"demo","at":"2026-01-03"}""" : "")
                .Append("]}\n");
        }

        Write("leads.jsonl", lines.ToString());
    }

    /// <summary>What the handler serves.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("scoreguard-host-").FullName;

    private string Workspace => System.IO.Path.Combine(Path, Name);

    /// <summary>German leads who ask for a demo are no MQL any more: a run says drift.</summary>
    public void EditModel() => Write("model.yaml", Model.Replace("points: 50", "points: 30", StringComparison.Ordinal));

    /// <summary>A misspelt field in line 5: a run is broken.</summary>
    public void BreakModel() =>
        Write(
            "model.yaml",
            Model.Replace("when: { country: DE }, points", "when: { land: DE }, points", StringComparison.Ordinal)
        );

    /// <summary>Every file below the folder, with its bytes' hash and when it was written.</summary>
    public IReadOnlyList<string> Files() =>
        [
            .. Directory
                .EnumerateFiles(Path, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(file =>
                    $"{file} {File.GetLastWriteTimeUtc(file):O} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}"
                ),
        ];

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private void Write(string name, string text) => File.WriteAllText(System.IO.Path.Combine(Workspace, name), text);
}
