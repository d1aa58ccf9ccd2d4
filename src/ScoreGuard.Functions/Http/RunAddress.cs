using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Functions.Http;

/// <summary>Runs by one name across workspaces: <c>gitlab.20260310T090000123Z-1a2b3c4d</c>.</summary>
internal readonly record struct RunAddress(string Workspace, string Run)
{
    public static string Of(string workspace, string run) => $"{workspace}.{run}";

    /// <summary>Null where the text is no such name.</summary>
    public static RunAddress? Parse(string text) =>
        text.Split('.') is [var workspace, var run] && WorkspaceName.IsName(workspace) && RunId.IsRunId(run)
            ? new(workspace, run)
            : null;
}
