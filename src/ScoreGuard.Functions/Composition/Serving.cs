using System.Diagnostics;
using ScoreGuard.Application.Leads;
using ScoreGuard.Application.Live;
using ScoreGuard.Application.Replaying;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.Targets.Model;

namespace ScoreGuard.Functions.Composition;

/// <summary>Puts a workspace together from its files and its stores.</summary>
internal static class Serving
{
    public static ServedWorkspace Of(
        string name,
        IWorkspaceFiles files,
        WorkspaceStores stores,
        IRunTickets tickets,
        IRunFiles runFiles,
        INotificationStore notifications,
        TimeProvider time
    )
    {
        var (workspace, wrong) = WorkspaceOpening.Read(files) switch
        {
            Parsed<Workspace>.Ok read => (read.Value, read.Warnings),
            Parsed<Workspace>.Refused refused => (StandIn(name), refused.Diagnostics),
            _ => throw new UnreachableException(),
        };
        var context = new WorkspaceContext(
            workspace,
            files,
            stores,
            new EngineReplayers(),
            new WorkspaceLeadSources(),
            new TzdbTimeZones(),
            new PlatformTargets(Environment.GetEnvironmentVariable, time),
            time
        );
        return new(name, context, tickets, runFiles, notifications, wrong);
    }

    /// <summary>For a workspace whose own file cannot be read: its runs are broken, and their reports need a name.</summary>
    private static Workspace StandIn(string name) =>
        new(
            name,
            "model.yaml",
            "leads.yaml",
            null,
            DriftPolicy.None,
            Workspace.DefaultReportLeads,
            new Owners(null, null),
            TargetDefinition.Model
        );
}
