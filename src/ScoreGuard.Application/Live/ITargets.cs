using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Application.Live;

/// <summary>The live platforms that a host can reach, composed by it.</summary>
public interface ITargets
{
    /// <param name="run">What its calls are counted under.</param>
    /// <returns>The adapter, or everything that is missing for it.</returns>
    Parsed<ITarget> Open(TargetDefinition definition, string run, ICallLedger ledger);
}
