using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.Targets;
using ScoreGuard.Targets.Http;
using ScoreGuard.Targets.Model;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Application.Live;

/// <summary>The platforms, services and addresses themselves.</summary>
/// <param name="find">The value of a setting; null where it is not set. Addresses and secrets come from there.</param>
public sealed class PlatformTargets(Func<string, string?> find, TimeProvider time, HttpMessageHandler? wire = null)
    : ITargets
{
    /// <summary>One for the process, so that a model that did not change is sent once.</summary>
    private static readonly MemoryModelCache Models = new();

    private readonly Connections _connections = new(find);

    public Parsed<ITarget> Open(TargetDefinition definition, string run, ICallLedger ledger) =>
        TargetOpening.Open(Setting(definition, run, ledger));

    public Parsed<IScoringService> OpenService(TargetDefinition definition, string run, ICallLedger ledger) =>
        HttpScoring.Open(Setting(definition, run, ledger));

    public Parsed<ModelFetch> OpenModel(TargetDefinition definition, string run, ICallLedger ledger) =>
        ModelFetching.Open(Setting(definition, run, ledger), Models, null);

    public string PlaceOf(TargetDefinition definition) =>
        $"{definition.Type} at {(definition.Connection is { } name ? _connections.Find(name, "URL") ?? "its usual address" : "")} by {definition.Connection}, marked in {definition.Leads.RunField}";

    private TargetSetting Setting(TargetDefinition definition, string run, ICallLedger ledger) =>
        new(definition, run, _connections, ledger, time, wire);
}
