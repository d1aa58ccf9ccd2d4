using ScoreGuard.Cli.Resources;
using ScoreGuard.Storage.Folder;

namespace ScoreGuard.Cli.Demo;

/// <summary>The folder that the demo is played in: made from the sample, played again from the beginning, nothing else touched.</summary>
internal sealed class DemoFolder(string folder)
{
    private const string Sample = "samples/gitlab";
    private const string Marker = ".scoreguard-demo";

    /// <summary>What somebody edits: a threshold, a decay, a country spelled out.</summary>
    private static readonly (string Was, string Now)[] Edits =
    [
        ("to: MQL, when: { score.person: '>= 100'", "to: MQL, when: { score.person: '>= 90'"),
        (
            "points: -10, limit: { times: 1, per: 30d }, note: 'No activity",
            "points: -25, limit: { times: 1, per: 30d }, note: 'No activity"
        ),
        ("DE: [Germany, Deutschland, DEU]", "DE: [Deutschland, DEU]"),
    ];

    private string ModelPath => Path.Combine(folder, "model.yaml");

    /// <returns>False: the folder holds something that is not the demo's; nothing was touched.</returns>
    public bool TryPrepare()
    {
        var marker = Path.Combine(folder, Marker);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(marker))
        {
            return false;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(marker, "Made by `scoreguard demo`, which starts it anew each time.\n");
        foreach (var made in (string[])[FolderStores.FolderName, "report"])
        {
            var path = Path.Combine(folder, made);
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
        }

        foreach (var name in EmbeddedFiles.Below(Sample))
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var file = File.Create(path);
            using var sample = EmbeddedFiles.Stream($"{Sample}/{name}");
            sample.CopyTo(file);
        }

        return true;
    }

    /// <exception cref="InvalidOperationException">The sample no longer has what is edited.</exception>
    public void EditModel()
    {
        var model = File.ReadAllText(ModelPath);
        foreach (var (was, now) in Edits)
        {
            model = model.Contains(was, StringComparison.Ordinal)
                ? model.Replace(was, now, StringComparison.Ordinal)
                : throw new InvalidOperationException($"The sample has no `{was}`.");
        }

        File.WriteAllText(ModelPath, model);
    }
}
