using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.Targets;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Application.Live;

/// <summary>The platforms themselves.</summary>
/// <param name="find">The value of a setting; null where it is not set. Addresses and secrets come from there.</param>
public sealed class PlatformTargets(Func<string, string?> find, TimeProvider time, HttpMessageHandler? wire = null)
    : ITargets
{
    private readonly Connections _connections = new(find);

    public Parsed<ITarget> Open(TargetDefinition definition, string run, ICallLedger ledger) =>
        TargetOpening.Open(new(definition, run, _connections, ledger, time, wire));
}
