using ScoreGuard.FakePlatforms;
using ScoreGuard.FakePlatforms.HubSpot;

namespace ScoreGuard.Application.Tests.Live.Simulation;

internal sealed class HubSpotProfile : PlatformProfile
{
    private FakeHubSpot _fake = null!;

    public override string Target =>
        """
            type: hubspot
              lead: { domain: sg.invalid, run: sg_run_id, fields: { country: country } }
              signals: [ { activity: click, as: event, name: pe123_click } ]
              outcome: { scores: { points: sg_points } }
            """;

    public override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SCOREGUARD_CONNECTION_C_URL"] = _fake.Url.AbsoluteUri,
            ["SCOREGUARD_CONNECTION_C_TOKEN"] = _fake.Habits.Token,
        };

    public override int Records => _fake.Records.Count(contact => contact.IsThere);

    public override async Task StartAsync(LeapingTime time) =>
        _fake = await FakeHubSpot.StartAsync(
            time,
            (fields, signals) =>
                new Dictionary<string, string?>
                {
                    ["sg_points"] = Points(fields, signals.Count),
                    ["fit_score"] = Points(fields, 0),
                    ["lead_score"] = Points(fields, signals.Count),
                    ["lead_score_threshold"] = "Warm",
                }
        );

    public override void Fail(Random chance) =>
        _fake.Add(
            chance.Next(3) switch
            {
                0 => new("batch/upsert", HubSpotFaultKind.PartOfTheBatch) { Inputs = place => place % 3 == 0 },
                1 => new("batch", HubSpotFaultKind.TooManyCalls) { RetryAfter = TimeSpan.FromSeconds(10) },
                _ => new("batch/read", HubSpotFaultKind.AnswerLost),
            }
        );

    public override ValueTask DisposeAsync() => _fake.DisposeAsync();
}
