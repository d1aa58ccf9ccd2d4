namespace ScoreGuard.Cli.Scoring;

/// <summary>Output that appears whole or not at all, since leads are refused whole and nobody knows before the last line.</summary>
internal sealed class WholeFile : IDisposable
{
    private readonly string? _path;
    private readonly string _temporary;
    private bool _kept;

    private WholeFile(string? path)
    {
        _path = path;
        _temporary = path is null
            ? Path.Combine(Path.GetTempPath(), $"scoreguard-{Environment.ProcessId}.jsonl.tmp")
            : $"{Path.GetFullPath(path)}.{Environment.ProcessId}.tmp";
        Stream = new FileStream(_temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16);
    }

    public FileStream Stream { get; }

    /// <param name="path">Null: the output.</param>
    public static WholeFile Open(string? path) => new(path);

    /// <summary>Lets it appear.</summary>
    public void Keep()
    {
        Stream.Flush(flushToDisk: _path is not null);
        if (_path is null)
        {
            using var output = Console.OpenStandardOutput();
            Stream.Position = 0;
            Stream.CopyTo(output);
            return;
        }

        Stream.Dispose();
        File.Move(_temporary, _path, overwrite: true);
        _kept = true;
    }

    public void Dispose()
    {
        Stream.Dispose();
        if (!_kept)
        {
            File.Delete(_temporary);
        }
    }
}
