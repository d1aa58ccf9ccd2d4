using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Marketo;

/// <summary>Marketo Engage: replay by its REST API, and what of its configuration that API shows.</summary>
internal sealed class MarketoTarget : ITarget
{
    /// <summary>Adobe asks integrations to leave half of 100 calls in 20 seconds to others.</summary>
    private static readonly CallPace Pace = new(50, TimeSpan.FromSeconds(20));

    private readonly MarketoRecords _records;
    private readonly MarketoUpsert _upsert;
    private readonly MarketoSignals _signals;
    private readonly MarketoBreaches _breaches;
    private readonly MarketoConfiguration _configuration;

    private MarketoTarget(MarketoApi api, MarketoOptions options, TargetSetting setting)
    {
        var definition = setting.Definition;
        var place = new MarketoPlace(
            definition.Leads.AddressField,
            definition.Leads.RunField,
            definition.Outcome.Properties(),
            options.List,
            options.Partition
        );
        var search = new MarketoSearching(api);
        _records = new(api, search, place);
        _upsert = new(api, _records, place, setting.Time);
        _signals = new(api, _records, place);
        _breaches = new(api, search, options);
        _configuration = new(api, options, definition);
    }

    public TargetCapabilities Capabilities => MarketoCapabilities.All;

    public static Parsed<ITarget> Open(TargetSetting setting)
    {
        var wrong = new List<Diagnostic>();
        var url = setting.Connections.GetUrl(setting.Connection, "URL", null, wrong);
        var credentials = new MarketoCredentials(
            setting.Connections.Get(setting.Connection, "CLIENT_ID", wrong),
            setting.Connections.Get(setting.Connection, "CLIENT_SECRET", wrong)
        );
        var options = new MarketoOptionsReader(setting.Definition, wrong).Read();
        new MarketoSetupCheck(setting.Definition, wrong).Check();
        if (wrong.Count > 0)
        {
            return new Parsed<ITarget>.Refused([.. wrong]);
        }

        var http = setting.NewHttp(WithoutRest(url));
        var habits = new MarketoHabits(new(http, credentials, setting.Time));
        var door = new PlatformHttp(http, habits, setting.NewMeter(Pace), setting.Time);
        return new Parsed<ITarget>.Ok(new MarketoTarget(new(door), options, setting), []);
    }

    public async Task<ConfigurationSnapshot?> FindConfigurationAsync(CancellationToken cancellationToken) =>
        await _configuration.ReadAsync(cancellationToken);

    public Task<ImmutableArray<RecordResult>> CreateAsync(
        ImmutableArray<TargetRecord> records,
        CancellationToken cancellationToken
    ) => _upsert.CreateAsync(records, cancellationToken);

    public Task<ImmutableArray<RecordResult>> SignalAsync(
        ImmutableArray<TargetSignal> signals,
        CancellationToken cancellationToken
    ) => _signals.SendAsync(signals, cancellationToken);

    public Task<ImmutableArray<Observation>> ObserveAsync(
        ImmutableArray<string> records,
        CancellationToken cancellationToken
    ) => _records.ObserveAsync(records, cancellationToken);

    public Task<ImmutableArray<string>> FindBreachesAsync(string record, CancellationToken cancellationToken) =>
        _breaches.FindAsync(record, cancellationToken);

    public Task<ImmutableArray<LeftRecord>> ListAsync(string? run, CancellationToken cancellationToken) =>
        _records.ListAsync(run, cancellationToken);

    public Task DeleteAsync(ImmutableArray<string> records, CancellationToken cancellationToken) =>
        _records.DeleteAsync(records, cancellationToken);

    public ImmutableArray<PlannedCalls> Plan(PlannedWork work) => MarketoPlan.Of(work);

    /// <summary>Marketo's own page shows the address with <c>/rest</c> behind it; the identity service is beside that.</summary>
    private static Uri WithoutRest(Uri url) => url.AbsolutePath == "/rest/" ? new Uri(url, "/") : url;
}
