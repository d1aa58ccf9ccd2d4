using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Yaml;

namespace ScoreGuard.Application.Workspaces;

/// <summary>Reads a workspace's own file.</summary>
public static class WorkspaceOpening
{
    public static Parsed<Workspace> Read(IWorkspaceFiles files)
    {
        var name = files.DisplayName(Workspace.FileName);
        if (files.Find(Workspace.FileName) is not { } bytes)
        {
            return new Parsed<Workspace>.Refused([
                Missing(
                    name,
                    "there is no such file; name a folder that has one, or make a workspace with `scoreguard init`."
                ),
            ]);
        }

        return YamlDocument.Read(name, bytes) switch
        {
            Parsed<DocumentNode>.Ok document => WorkspaceReader.Read(name, document.Value),
            Parsed<DocumentNode>.Refused refused => new Parsed<Workspace>.Refused(refused.Diagnostics),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    internal static Diagnostic Missing(string file, string message) =>
        new(WorkspaceCodes.FileMissing.Code, Severity.Error, file, null, "", message);
}
