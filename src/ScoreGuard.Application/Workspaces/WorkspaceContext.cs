using ScoreGuard.Application.Leads;
using ScoreGuard.Application.Live;
using ScoreGuard.Application.Replaying;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Application.Workspaces;

/// <summary>Everything that a use case works with, composed by the host.</summary>
public sealed record WorkspaceContext(
    Workspace Workspace,
    IWorkspaceFiles Files,
    WorkspaceStores Stores,
    IReplayers Replayers,
    ILeadSources LeadSources,
    ITimeZones Zones,
    ITargets Targets,
    TimeProvider Time
)
{
    public Instant Now => new(Time.GetUtcNow().ToUnixTimeMilliseconds());
}
