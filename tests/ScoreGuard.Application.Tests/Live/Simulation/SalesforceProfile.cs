using ScoreGuard.FakePlatforms;
using ScoreGuard.FakePlatforms.Salesforce;

namespace ScoreGuard.Application.Tests.Live.Simulation;

internal sealed class SalesforceProfile : PlatformProfile
{
    private FakeSalesforce _fake = null!;
    private PlatformServer _server = null!;

    public override string Target =>
        """
            type: salesforce
              lead:
                address: Email
                domain: sg.invalid
                run: ScoreGuardRun__c
                fields: { country: Country }
                set: { LastName: Synthetic, Company: ScoreGuard }
              signals: [ { activity: click, as: task, name: Clicked } ]
              outcome: { scores: { points: Score__c } }
            """;

    public override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SCOREGUARD_CONNECTION_C_URL"] = _server.Url.AbsoluteUri,
            ["SCOREGUARD_CONNECTION_C_CLIENT_ID"] = SalesforceLogin.ClientId,
            ["SCOREGUARD_CONNECTION_C_CLIENT_SECRET"] = SalesforceLogin.ClientSecret,
        };

    public override int Records => _fake.Org.Of("Lead").Count;

    public override async Task StartAsync(LeapingTime time)
    {
        _fake = new(
            time,
            (fields, signals) =>
                new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
                {
                    ["Score__c"] = Points(
                        new Dictionary<string, string?>(StringComparer.Ordinal)
                        {
                            ["country"] = fields.GetValueOrDefault("Country"),
                        },
                        signals.Count(signal => signal.Kind is "Task" or "Member")
                    ),
                }
        )
        {
            MostCalls = 10_000_000,
        };
        _fake.Org.Campaigns.Add("7015e000000AbCdAAK");
        _fake.Org.ScoringDelay = TimeSpan.FromSeconds(40);
        _server = await PlatformServer.StartAsync(_fake.Map);
    }

    public override void Fail(Random chance)
    {
        switch (chance.Next(3))
        {
            case 0:
                _fake.Faults.Enqueue(FakeSalesforce.Error(401, "INVALID_SESSION_ID", "Session expired or invalid"));
                break;
            case 1:
                var left = 2;
                _fake.Org.RowFault = (_, _) =>
                    left-- > 0 ? ("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record") : null;
                break;
            default:
                _fake.Faults.Enqueue(FakeSalesforce.Status(503, "7"));
                break;
        }
    }

    public override ValueTask DisposeAsync() => _server.DisposeAsync();
}
