using System.Collections.Immutable;
using System.Globalization;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.FakePlatforms;
using ScoreGuard.FakePlatforms.Salesforce;

namespace ScoreGuard.Targets.Tests.Salesforce;

/// <summary>A fake org on a port, and the adapter before it.</summary>
internal sealed class SalesforceStory : IAsyncDisposable
{
    public const string Run = "20261122t060000z-ab12cd34";
    public const string Campaign = "7015e000000CampAAB";

    private readonly PlatformServer _server;

    private SalesforceStory(PlatformServer server, FakeSalesforce fake, LeapingTime time) =>
        (_server, Fake, Time) = (server, fake, time);

    public FakeSalesforce Fake { get; }

    public LeapingTime Time { get; }

    public MemoryLedger Ledger { get; } = new();

    public TargetDefinition Definition { get; set; } =
        TargetDefinition.Model with
        {
            Type = TargetType.Salesforce,
            Use = TargetUse.Replay,
            Connection = "sf",
            Leads = new("Email", "acme.invalid", "ScoreGuardRun__c", [new("jobTitle", "Title")], []),
            Outcome = OutcomeMapping.None with
            {
                Scores = [new("total", "score__c")],
                Stage = new("Status", [new("MQL", "Working - Contacted")], []),
                Route = new("Owner.Name", [], []),
            },
        };

    /// <summary>The score is 10 for a VP, 5 for each task, 20 for being a member.</summary>
    public static async Task<SalesforceStory> StartAsync()
    {
        var time = new LeapingTime(Some.Start);
        var fake = new FakeSalesforce(
            time,
            (fields, signals) =>
                new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
                {
                    ["Score__c"] = (
                        (fields.GetValueOrDefault("Title") == "VP" ? 10 : 0)
                        + (5 * signals.Count(signal => signal.Kind == "Task"))
                        + (signals.Any(signal => signal.Kind == "Member") ? 20 : 0)
                    ).ToString(CultureInfo.InvariantCulture),
                }
        );
        return new(await PlatformServer.StartAsync(fake.Map), fake, time);
    }

    public Parsed<ITarget> Open(params (string What, string Value)[] settings) =>
        TargetOpening.Open(
            new(
                Definition,
                Run,
                Some.Connections([
                    ("SCOREGUARD_CONNECTION_SF_URL", _server.Url.AbsoluteUri),
                    .. settings.Select(setting => ($"SCOREGUARD_CONNECTION_SF_{setting.What}", setting.Value)),
                ]),
                Ledger,
                Time
            )
        );

    public ITarget Target() =>
        Some.Opened(Open(("CLIENT_ID", SalesforceLogin.ClientId), ("CLIENT_SECRET", SalesforceLogin.ClientSecret)));

    public static TargetRecord Record(string name, params TargetProperty[] more) =>
        new(
            name,
            Run,
            $"sg-{name}@acme.invalid",
            [
                new("Email", $"sg-{name}@acme.invalid"),
                new("ScoreGuardRun__c", Run),
                new("LastName", name),
                new("Company", "Acme"),
                .. more,
            ]
        );

    public static ImmutableArray<TargetRecord> Records(int count) =>
        [.. Enumerable.Range(0, count).Select(n => Record($"c{n}"))];

    /// <summary>Creates leads and gives their ids.</summary>
    public static async Task<ImmutableArray<string>> CreateAsync(ITarget target, params TargetRecord[] records)
    {
        var results = await target.CreateAsync([.. records], TestContext.Current.CancellationToken);
        return [.. results.Select(result => result.Record.ShouldNotBeNull(result.Refusal))];
    }

    public TargetSignal Signal(
        SignalKind kind,
        string record,
        string name = "",
        params (string Name, object? Value)[] properties
    ) =>
        new(
            "7f1b0f52-7a55-5d0e-9d52-0c6a35f1b001",
            kind,
            name,
            record,
            "sg@acme.invalid",
            new Instant(Time.GetUtcNow().AddDays(-3).ToUnixTimeMilliseconds()),
            [.. properties.Select(property => new TargetProperty(property.Name, property.Value))]
        );

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
