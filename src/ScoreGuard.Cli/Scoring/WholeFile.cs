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
        var random = Path.GetRandomFileName();
        _temporary = path is null
            ? Path.Combine(Path.GetTempPath(), $"scoreguard-{random}.tmp")
            : $"{Path.GetFullPath(path)}.{random}.tmp";
        Stream = new FileStream(_temporary, path is null ? Spool() : Beside());
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
        if (_path is not null && !_kept)
        {
            File.Delete(_temporary);
        }
    }

    private static FileStreamOptions Beside() =>
        new()
        {
            // Never a file or link that is there already: the folder may be open to others.
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 1 << 16,
        };

    /// <summary>Temporary folders are shared: nobody else may read it, and it goes with its stream.</summary>
    private static FileStreamOptions Spool()
    {
        var options = Beside();
        options.Options = FileOptions.DeleteOnClose;
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
