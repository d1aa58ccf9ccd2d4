using System.Collections.Immutable;
using System.Diagnostics;
using ScoreGuard.Application.Leads;
using ScoreGuard.Application.Live;
using ScoreGuard.Application.Replaying;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Cli.Terminals;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Storage.Folder;
using ScoreGuard.Targets.Model;

namespace ScoreGuard.Cli.Workspaces;

/// <summary>Composes what use cases work with: the folder, its store, our engine.</summary>
internal static class OpenWorkspace
{
    /// <param name="path">The workspace's folder, or its scoreguard.yaml.</param>
    /// <param name="writes">True: the store's folder is made where it is missing.</param>
    public static Parsed<WorkspaceContext> At(string path, bool writes)
    {
        var folder = Path.GetFileName(path) == Workspace.FileName ? Path.GetDirectoryName(path)! : path;
        var files = new FolderWorkspaceFiles(folder.Length == 0 ? "." : folder);
        switch (WorkspaceOpening.Read(files))
        {
            case Parsed<Workspace>.Refused refused:
                return new Parsed<WorkspaceContext>.Refused(refused.Diagnostics);
            case Parsed<Workspace>.Ok workspace:
                var stores = FolderStores.Open(StorePath(files));
                if (writes)
                {
                    stores.Prepare();
                }

                return new Parsed<WorkspaceContext>.Ok(
                    new(
                        workspace.Value,
                        files,
                        Told(WorkspaceStores.Of(stores)),
                        new EngineReplayers(),
                        new WorkspaceLeadSources(),
                        new TzdbTimeZones(),
                        new PlatformTargets(Environment.GetEnvironmentVariable, TimeProvider.System),
                        TimeProvider.System
                    ),
                    workspace.Warnings
                );
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Does something with a workspace; where it cannot be opened, says why in the form that was asked for.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> ThenAsync(
        string path,
        bool writes,
        bool asJson,
        Func<WorkspaceContext, Task<int>> act
    )
    {
        var opened = At(path, writes);
        return opened is Parsed<WorkspaceContext>.Ok workspace
            ? await act(workspace.Value)
            : JsonOut.Refuse(Wrong(opened), asJson);
    }

    /// <summary>What replays do on a platform is told while they do it.</summary>
    private static WorkspaceStores Told(WorkspaceStores stores) =>
        stores with
        {
            Journal = new ReplayProgress(stores.Journal, TimeProvider.System),
        };

    /// <summary>Why it could not be opened, and what else there is to say.</summary>
    public static ImmutableArray<Diagnostic> Wrong(Parsed<WorkspaceContext> opened) =>
        opened switch
        {
            Parsed<WorkspaceContext>.Refused refused => refused.Diagnostics,
            Parsed<WorkspaceContext>.Ok ok => ok.Warnings,
            _ => throw new UnreachableException(),
        };

    /// <summary>Where reports lie that were given no other place.</summary>
    public static string ReportsPath(WorkspaceContext context) => Path.Combine(StorePath(context.Files), "reports");

    private static string StorePath(IWorkspaceFiles files) => files.DisplayName(FolderStores.FolderName);
}
