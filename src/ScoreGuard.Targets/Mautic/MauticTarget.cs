using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Targets.Mautic.Reading;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Mautic;

/// <summary>A Mautic of version 5 or later. Nothing here was tried against one: docs/targets/mautic.md says what it rests on.</summary>
public sealed class MauticTarget : ITarget, IDisposable
{
    /// <summary>Half of what Mautic takes, for a look-up must fit into one request's line.</summary>
    private const int BatchSize = 100;

    private readonly HttpClient _http;
    private readonly CallMeter _meter;
    private readonly MauticContacts _contacts;
    private readonly MauticWriting _writing;
    private readonly MauticSignals _signals;
    private readonly MauticOutcome _outcome;
    private readonly MauticBreaches _breaches;
    private readonly MauticConfigurationReader _configuration;

    private MauticTarget(TargetSetting setting, MauticOptions options, Uri url, MauticCredentials credentials)
    {
        var definition = setting.Definition;
        _http = setting.NewHttp(url);
        _meter = setting.NewMeter(new(options.CallsPerMinute, TimeSpan.FromMinutes(1)));
        var habits = new MauticHabits(url, credentials, new(_http, _meter, setting.Time));
        var http = new PlatformHttp(_http, habits, _meter, setting.Time);
        var api = new MauticApi(http, habits);
        _contacts = new(api, definition.Leads);
        _writing = new(api, _contacts, definition.Leads);
        var names = new MauticNames(api);
        var visits = new MauticVisits(names, new(http, definition.Leads), definition.Leads);
        _signals = new(visits, _writing, new(api, names, definition.Outcome));
        _outcome = new(api, _contacts, definition.Outcome.Properties());
        _breaches = new(api);
        _configuration = new(api, definition, options, setting.Time);
        Capabilities = new(
            "Mautic",
            ["point actions", "point triggers", "point groups", "stages", "campaigns", "segments", "forms"],
            ["plugins that score", "which group a point action belongs to, where the version's API does not say it"],
            MauticSignals.Supported,
            BatchSize,
            2 * options.Cron
        );
    }

    public TargetCapabilities Capabilities { get; }

    /// <summary>The adapter, or everything that is missing for it.</summary>
    public static Parsed<ITarget> Open(TargetSetting setting)
    {
        var wrong = new List<Diagnostic>();
        var url = setting.Connections.GetUrl(setting.Connection, "URL", null, wrong);
        var credentials = MauticCredentials.Read(setting, wrong);
        var options = MauticOptions.Read(setting.Definition, wrong);
        return wrong.Count > 0
            ? new Parsed<ITarget>.Refused([.. wrong])
            : new Parsed<ITarget>.Ok(new MauticTarget(setting, options, url, credentials), []);
    }

    public async Task<ConfigurationSnapshot?> FindConfigurationAsync(CancellationToken cancellationToken) =>
        await _configuration.ReadAsync(cancellationToken);

    public Task<ImmutableArray<RecordResult>> CreateAsync(
        ImmutableArray<TargetRecord> records,
        CancellationToken cancellationToken
    ) => _writing.CreateAsync(records, cancellationToken);

    public Task<ImmutableArray<RecordResult>> SignalAsync(
        ImmutableArray<TargetSignal> signals,
        CancellationToken cancellationToken
    ) => _signals.SendAsync(signals, cancellationToken);

    public async Task<ImmutableArray<Observation>> ObserveAsync(
        ImmutableArray<string> records,
        CancellationToken cancellationToken
    ) => records.IsEmpty ? [] : await _outcome.ObserveAsync(records, cancellationToken);

    public Task<ImmutableArray<string>> FindBreachesAsync(string record, CancellationToken cancellationToken) =>
        _breaches.FindAsync(record, cancellationToken);

    public Task<ImmutableArray<LeftRecord>> ListAsync(string? run, CancellationToken cancellationToken) =>
        _contacts.ListAsync(run, cancellationToken);

    public Task DeleteAsync(ImmutableArray<string> records, CancellationToken cancellationToken) =>
        records.IsEmpty ? Task.CompletedTask : _contacts.DeleteAsync(records, cancellationToken);

    public ImmutableArray<PlannedCalls> Plan(PlannedWork work) =>
        MauticPlan.Of(work, _outcome.AsksForGroups, BatchSize);

    public void Dispose()
    {
        _meter.Dispose();
        _http.Dispose();
    }
}
