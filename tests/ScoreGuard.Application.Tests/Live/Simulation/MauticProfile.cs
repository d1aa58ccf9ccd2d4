using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ScoreGuard.FakePlatforms;
using ScoreGuard.FakePlatforms.Mautic;

namespace ScoreGuard.Application.Tests.Live.Simulation;

internal sealed class MauticProfile : PlatformProfile
{
    private FakeMautic _fake = null!;
    private int _failing;

    public override string Target =>
        """
            type: mautic
              lead: { domain: sg.invalid, run: sg_run, fields: { country: country } }
              signals: [ { activity: click, as: visit, name: 'https://www.example.com/' } ]
              outcome: { scores: { points: points } }
              times: now
              options: { cron: '1' }
            """;

    public override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SCOREGUARD_CONNECTION_C_URL"] = _fake.Url.AbsoluteUri,
            ["SCOREGUARD_CONNECTION_C_USER"] = FakeMauticAccounts.User,
            ["SCOREGUARD_CONNECTION_C_PASSWORD"] = FakeMauticAccounts.Password,
        };

    public override int Records => _fake.Records.Count;

    public override async Task StartAsync(LeapingTime time)
    {
        _fake = await new FakeMautic(
            time,
            (fields, signals) =>
                new Dictionary<string, string?>
                {
                    ["points"] = Points(fields, signals.Count(signal => signal.Kind is "visit" or "form" or "event")),
                }
        )
        {
            Fault = _ => Interlocked.Exchange(ref _failing, 0) == 1 ? Results.StatusCode(502) : null,
        }.StartAsync();
        _fake.ScoringDelay = TimeSpan.FromSeconds(45);
        _fake.Configuration["forms"] = [Named(7, "Demo", "demo-request")];
        _fake.Configuration["stages"] = [Named(3, "Accepted", "accepted")];
    }

    public override void Fail(Random chance) => _failing = 1;

    private static JsonObject Named(int id, string name, string alias) =>
        new()
        {
            ["id"] = id,
            ["name"] = name,
            ["alias"] = alias,
            ["isPublished"] = true,
            ["fields"] = new JsonArray(),
        };

    public override ValueTask DisposeAsync() => _fake.DisposeAsync();
}
