using ScoreGuard.Domain;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Application.Leads;

/// <summary>Where a workspace's leads come from.</summary>
public interface ILeadSources
{
    /// <summary>A hash over the files that the leads are made from; null where one is missing. Cheap.</summary>
    string? FindHash(Workspace workspace, IWorkspaceFiles files);

    /// <summary>The leads themselves, or everything that is wrong with their source.</summary>
    Parsed<LeadSource> Open(Workspace workspace, IWorkspaceFiles files);
}

/// <summary>Leads about to be frozen.</summary>
/// <param name="Hash">As <see cref="ILeadSources.FindHash"/>.</param>
/// <param name="Generator">What makes them, with version; <c>file</c> where they are given.</param>
/// <param name="WriteAsync">Writes all their JSON lines.</param>
public sealed record LeadSource(
    Instant AsOf,
    string Hash,
    string Generator,
    Func<Stream, CancellationToken, Task> WriteAsync
);
