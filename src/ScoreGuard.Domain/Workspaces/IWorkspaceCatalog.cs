using System.Collections.Immutable;
using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Domain.Workspaces;

/// <summary>Which workspaces there are.</summary>
public interface IWorkspaceCatalog
{
    /// <summary>Those that have a <c>scoreguard.yaml</c> and a name that is one, in order.</summary>
    /// <exception cref="StorageFault">It could not be asked.</exception>
    Task<ImmutableArray<WorkspaceName>> ListAsync(CancellationToken cancellationToken);
}
