using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.Targets.Model;

namespace ScoreGuard.Application.Live;

/// <summary>What scores leads outside of our engine, as far as a host can reach it; composed by the host.</summary>
public interface ITargets
{
    /// <summary>A platform that holds records.</summary>
    /// <param name="run">What its calls are counted under.</param>
    /// <returns>The adapter, or everything that is missing for it.</returns>
    Parsed<ITarget> Open(TargetDefinition definition, string run, ICallLedger ledger);

    /// <summary>Where records of that target lie, as one text without secrets: what lies elsewhere must not be touched by its ids.</summary>
    string PlaceOf(TargetDefinition definition);

    /// <summary>A service that scores when it is asked.</summary>
    /// <inheritdoc cref="Open"/>
    Parsed<IScoringService> OpenService(TargetDefinition definition, string run, ICallLedger ledger);

    /// <summary>A model that is fetched.</summary>
    /// <inheritdoc cref="Open"/>
    Parsed<ModelFetch> OpenModel(TargetDefinition definition, string run, ICallLedger ledger);
}
