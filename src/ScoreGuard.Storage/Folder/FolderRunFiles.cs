using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Storage.Folder;

/// <summary><c>reports/RUN/report.html</c> and its like; what version control need not keep.</summary>
internal sealed class FolderRunFiles(StoreFolder folder) : IRunFiles
{
    public Task SaveAsync(string run, string name, Stream content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        StoreFolder.WriteAtomically(PathOf(run, name), content.CopyTo);
        return Task.CompletedTask;
    }

    public Task<Stream?> FindAsync(string run, string name, CancellationToken cancellationToken)
    {
        var path = PathOf(run, name);
        return Task.FromResult(
            StoreFolder.Guard<Stream?>("read", path, () => File.Exists(path) ? File.OpenRead(path) : null)
        );
    }

    private string PathOf(string run, string name) =>
        RunId.IsRunId(run) && IsFileName(name)
            ? folder.PathOf("reports", run, name)
            : throw new ArgumentException($"'{run}/{name}' is no file of a run.", nameof(name));

    private static bool IsFileName(string name) =>
        name.Length is > 0 and < 100
        && char.IsAsciiLetterOrDigit(name[0])
        && name.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '.' or '-');
}
