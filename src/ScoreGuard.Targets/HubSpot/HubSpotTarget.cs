using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Targets.HubSpot.Reading;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.HubSpot;

/// <summary>HubSpot: leads are contacts, what they do are changes of properties, custom events and lifecycle stages.</summary>
/// <remarks>Reads lead scores and never writes, publishes or deletes one: that would score real people anew.</remarks>
public sealed class HubSpotTarget : ITarget, IDisposable
{
    /// <summary>Contacts in one batch of HubSpot's API.</summary>
    public const int MostInABatch = 100;

    private const string DefaultUrl = "https://api.hubapi.com";

    private readonly TargetSetting _setting;
    private readonly HubSpotWire _wire;
    private readonly ContactWrites _writes;
    private readonly ContactReads _reads;
    private readonly HubSpotOptions _options;

    private HubSpotTarget(TargetSetting setting, HubSpotWire wire, HubSpotOptions options)
    {
        _setting = setting;
        _wire = wire;
        _options = options;
        _writes = new(wire);
        _reads = new(wire);
    }

    public TargetCapabilities Capabilities => HubSpotCapabilities.All;

    /// <summary>The adapter, or everything that is missing for it.</summary>
    public static Parsed<ITarget> Open(TargetSetting setting)
    {
        var wrong = new List<Diagnostic>();
        var url = setting.Connections.GetUrl(setting.Connection, "URL", DefaultUrl, wrong);
        var token = setting.Connections.Get(setting.Connection, "TOKEN", wrong);
        var options = HubSpotOptions.Read(setting.Definition.Options, wrong);
        if (setting.Definition.Leads.AddressField is not ("" or "email"))
        {
            wrong.Add(
                new(
                    TargetCodes.Setup.Code,
                    Severity.Error,
                    Workspace.FileName,
                    null,
                    "target.lead.address",
                    "HubSpot finds contacts by `email`; leave `address` out."
                )
            );
        }

        if (wrong.Count > 0)
        {
            return new Parsed<ITarget>.Refused([.. wrong]);
        }

        var wire = new HubSpotWire(
            setting.NewHttp(url),
            setting.NewMeter(HubSpotWire.PaceBeside(options.Pace)),
            setting.NewMeter(HubSpotWire.SearchPace),
            new(new(token), setting.Time)
        );
        return new Parsed<ITarget>.Ok(new HubSpotTarget(setting, wire, options), []);
    }

    public Task<ConfigurationSnapshot?> FindConfigurationAsync(CancellationToken cancellationToken) =>
        new ScoreReading(_wire, _setting.Definition, _options).FindAsync(cancellationToken);

    public Task<ImmutableArray<RecordResult>> CreateAsync(
        ImmutableArray<TargetRecord> records,
        CancellationToken cancellationToken
    ) => _writes.UpsertAsync(records, cancellationToken);

    public Task<ImmutableArray<RecordResult>> SignalAsync(
        ImmutableArray<TargetSignal> signals,
        CancellationToken cancellationToken
    ) =>
        signals.IsEmpty
            ? Task.FromResult(ImmutableArray<RecordResult>.Empty)
            : signals[0].Kind switch
            {
                SignalKind.Update => _writes.UpdateAsync(signals, cancellationToken),
                SignalKind.Event => new EventSending(_wire).SendAsync(signals, cancellationToken),
                SignalKind.Stage => new StageSetting(_writes, _reads, _options.Backward).SetAsync(
                    signals,
                    cancellationToken
                ),
                var kind => throw new TargetFault(
                    TargetFaultKind.Setup,
                    $"HubSpot cannot be told a signal of the kind {kind}."
                ),
            };

    public Task<ImmutableArray<Observation>> ObserveAsync(
        ImmutableArray<string> records,
        CancellationToken cancellationToken
    ) => _reads.ReadAsync(records, _setting.Definition.Outcome.Properties(), cancellationToken);

    public Task<ImmutableArray<string>> FindBreachesAsync(string record, CancellationToken cancellationToken) =>
        new Suppression(_reads, _options).FindAsync(record, cancellationToken);

    public Task<ImmutableArray<LeftRecord>> ListAsync(string? run, CancellationToken cancellationToken) =>
        _reads.SearchAsync(_setting.Definition.Leads.RunField, run, cancellationToken);

    public Task DeleteAsync(ImmutableArray<string> records, CancellationToken cancellationToken) =>
        new ContactRemoval(_wire).RemoveAsync(records, _setting.Definition.Discipline.CleanUp, cancellationToken);

    public ImmutableArray<PlannedCalls> Plan(PlannedWork work) =>
        HubSpotPlan.Of(work, _setting.Definition.Discipline.CleanUp);

    public void Dispose() => _wire.Dispose();
}
