using System.Collections.Immutable;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Storage.Folder;

/// <summary>The workspaces beside each other in one folder.</summary>
public sealed class FolderWorkspaceCatalog(string root) : IWorkspaceCatalog
{
    public Task<ImmutableArray<WorkspaceName>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult(StoreFolder.Guard("list", root, List));

    private ImmutableArray<WorkspaceName> List()
    {
        var names = ImmutableArray.CreateBuilder<WorkspaceName>();
        foreach (var folder in Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal))
        {
            if (
                WorkspaceName.TryParse(Path.GetFileName(folder), out var name)
                && File.Exists(Path.Combine(folder, Workspace.FileName))
            )
            {
                names.Add(name);
            }
        }

        return names.DrainToImmutable();
    }
}
