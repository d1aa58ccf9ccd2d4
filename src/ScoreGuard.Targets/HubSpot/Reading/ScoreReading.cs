using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.HubSpot.Reading;

internal sealed class ScoreReading(HubSpotWire wire, TargetDefinition definition, HubSpotOptions options)
{
    public Task<ConfigurationSnapshot?> FindAsync(CancellationToken cancellationToken) { _ = wire; _ = definition; _ = options; return Task.FromResult<ConfigurationSnapshot?>(null); }
}
