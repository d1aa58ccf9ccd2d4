using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Domain.Runs;

/// <summary>Files that belong to a run: its report, the candidate of a preview.</summary>
public interface IRunFiles
{
    /// <summary>Stores a file whole or not at all; a file of that name is replaced.</summary>
    /// <param name="name">A plain file name such as <c>report.html</c>.</param>
    /// <exception cref="StorageFault">It could not be written.</exception>
    Task SaveAsync(string run, string name, Stream content, CancellationToken cancellationToken);

    /// <summary>The file, to be disposed; null where there is none.</summary>
    Task<Stream?> FindAsync(string run, string name, CancellationToken cancellationToken);
}
