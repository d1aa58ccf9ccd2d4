namespace ScoreGuard.Integration.Tests.CommandLine;

/// <summary>A workspace in a folder that goes away with the test.</summary>
internal sealed class GuardedFolder : IDisposable
{
    private const string Model = """
        scoreguard: 1
        name: Small
        scores: { total: { rules: [ { id: click, on: click, points: 10 } ] } }
        lifecycle:
          start: Inquiry
          stages: [Inquiry, MQL]
          transitions: [ { id: mql, from: Inquiry, to: MQL, when: { score.total: '>= 30' } } ]
        """;

    public GuardedFolder(int leads = 60)
    {
        Path = Directory.CreateTempSubdirectory("scoreguard-").FullName;
        Write("scoreguard.yaml", "scoreguard: 1\nname: Test\nleads: leads.jsonl\nasOf: 2026-02-01\n");
        Write("model.yaml", Model);
        using var writer = new StreamWriter(In("leads.jsonl"));
        for (var lead = 0; lead < leads; lead++)
        {
            var clicks = string.Join(',', Enumerable.Repeat("{\"type\":\"click\",\"at\":\"2026-01-02\"}", lead % 6));
            writer.Write($"{{\"id\":\"L{lead:D6}\",\"createdAt\":\"2026-01-01\",\"activities\":[{clicks}]}}\n");
        }
    }

    public string Path { get; }

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public void Write(string name, string text) => File.WriteAllText(In(name), text);

    public void EditModel(string was, string now) =>
        Write("model.yaml", File.ReadAllText(In("model.yaml")).Replace(was, now, StringComparison.Ordinal));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
