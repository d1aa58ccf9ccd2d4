using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Salesforce;

/// <summary>Leads of a Salesforce org.</summary>
internal sealed class SalesforceTarget : ITarget
{
    private const string Url = "URL";

    /// <summary>Salesforce limits the day, not the second; this is to be a good guest.</summary>
    private static readonly CallPace Pace = new(10, TimeSpan.FromSeconds(1));

    private readonly SalesforceLimit _limit;
    private readonly SalesforceApi _api;
    private readonly SalesforceLeads _leads;
    private readonly SalesforceMembers _members;
    private readonly SalesforceTasks _tasks;
    private readonly SalesforceBreaches _breaches;
    private readonly SalesforceRemoval _removal;
    private readonly ImmutableArray<string> _observed;

    private SalesforceTarget(TargetSetting setting, SalesforceOptions options, Uri url, SalesforceCredentials app)
    {
        var definition = setting.Definition;
        var http = setting.NewHttp(url);
        var token = new SalesforceToken(http, app, setting.Time);
        _limit = new(options.Reserve);
        var habits = new SalesforceHabits(token, _limit);
        _api = new(new(http, habits, setting.NewMeter(Pace), setting.Time), options);
        var rows = new SalesforceRows(_api, setting.Time);
        _leads = new(rows, options, definition.Outcome);
        _members = new(rows, _api);
        _tasks = new(rows, _api, options);
        _breaches = new(_api, options, token);
        _removal = new(_api, rows, options, definition.Leads.RunField);
        _observed = definition.Outcome.Properties();
    }

    public TargetCapabilities Capabilities => SalesforceCapabilities.All;

    public static Parsed<ITarget> Open(TargetSetting setting)
    {
        var wrong = new List<Diagnostic>();
        var options = SalesforceOptions.Read(setting.Definition, wrong);
        var url = setting.Connections.GetUrl(setting.Connection, Url, null, wrong);
        var credentials = SalesforceCredentials.Read(setting, url, wrong);
        return wrong.Count > 0
            ? new Parsed<ITarget>.Refused([.. wrong])
            : new Parsed<ITarget>.Ok(new SalesforceTarget(setting, options, url, credentials), []);
    }

    public Task<ConfigurationSnapshot?> FindConfigurationAsync(CancellationToken cancellationToken) =>
        Task.FromResult<ConfigurationSnapshot?>(null);

    public Task<ImmutableArray<RecordResult>> CreateAsync(
        ImmutableArray<TargetRecord> records,
        CancellationToken cancellationToken
    )
    {
        _limit.Check();
        return _leads.CreateAsync(records, cancellationToken);
    }

    public Task<ImmutableArray<RecordResult>> SignalAsync(
        ImmutableArray<TargetSignal> signals,
        CancellationToken cancellationToken
    )
    {
        _limit.Check();
        return signals.FirstOrDefault()?.Kind switch
        {
            null => Task.FromResult(ImmutableArray<RecordResult>.Empty),
            SignalKind.Update or SignalKind.Stage => _leads.UpdateAsync(signals, cancellationToken),
            SignalKind.Member => _members.AddAsync(signals, cancellationToken),
            SignalKind.Task => _tasks.LogAsync(signals, cancellationToken),
            var other => throw new ArgumentException($"Salesforce has no signal {other}.", nameof(signals)),
        };
    }

    public async Task<ImmutableArray<Observation>> ObserveAsync(
        ImmutableArray<string> records,
        CancellationToken cancellationToken
    )
    {
        _limit.Check();
        if (records.IsEmpty)
        {
            return [];
        }

        var ids = string.Join(',', records.Select(record => $"'{SalesforceIds.Lead(record)}'"));
        var found = await _api.QueryAsync(
            "observe leads",
            $"SELECT {string.Join(',', _observed.Prepend("Id").Distinct(StringComparer.OrdinalIgnoreCase))} FROM Lead WHERE Id IN ({ids})",
            null,
            cancellationToken
        );
        return
        [
            .. found
                .Where(lead => SalesforceJson.Value(lead, "Id") is not null)
                .Select(lead => new Observation(
                    SalesforceJson.Value(lead, "Id")!,
                    _observed.ToImmutableDictionary(
                        name => name,
                        name => SalesforceJson.Value(lead, name),
                        StringComparer.Ordinal
                    )
                )),
        ];
    }

    public Task<ImmutableArray<string>> FindBreachesAsync(string record, CancellationToken cancellationToken)
    {
        _limit.Check();
        return _breaches.FindAsync(record, cancellationToken);
    }

    public Task<ImmutableArray<LeftRecord>> ListAsync(string? run, CancellationToken cancellationToken) =>
        _removal.ListAsync(run, cancellationToken);

    public Task DeleteAsync(ImmutableArray<string> records, CancellationToken cancellationToken) =>
        _removal.DeleteAsync(records, cancellationToken);

    public ImmutableArray<PlannedCalls> Plan(PlannedWork work) => SalesforcePlan.Of(work);
}
