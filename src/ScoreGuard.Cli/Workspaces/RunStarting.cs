using ScoreGuard.Application.Runs;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Cli.Terminals;

namespace ScoreGuard.Cli.Workspaces;

/// <summary>Runs a workspace's model or a candidate, with progress, and puts the report into a folder.</summary>
internal static class RunStarting
{
    /// <param name="asked">Where the report is wanted; null: the usual place.</param>
    public static async Task<(RunOutcome Outcome, string Folder)> StartAsync(
        WorkspaceContext context,
        RunRequest request,
        string? asked,
        CancellationToken cancellationToken
    )
    {
        using var output = new ReportFolder(asked, OpenWorkspace.ReportsPath(context));
        using var progress = new LeadProgress("Replayed", context.Time);
        var run = new ExecuteRun(context) { Progress = progress };
        try
        {
            return (await run.ExecuteAsync(request, output, cancellationToken), output.Folder);
        }
        catch (OperationCanceledException) when (context.Workspace.Target.MakesRecords)
        {
            throw new StoppedReplay();
        }
    }
}
