namespace ScoreGuard.Domain.Workspaces;

/// <summary>The files that a workspace's people write: read, never changed.</summary>
public interface IWorkspaceFiles
{
    /// <summary>How users call a file, for diagnostics.</summary>
    string DisplayName(string path);

    /// <summary>The bytes of a file, or null where there is none.</summary>
    /// <param name="path">Relative, inside the workspace.</param>
    /// <exception cref="Faults.StorageFault">It is there and cannot be read.</exception>
    byte[]? Find(string path);

    /// <summary>A file too long for memory, or null where there is none.</summary>
    Stream? FindStream(string path);
}
