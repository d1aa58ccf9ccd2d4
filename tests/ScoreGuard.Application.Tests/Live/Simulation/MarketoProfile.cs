using ScoreGuard.FakePlatforms;
using ScoreGuard.FakePlatforms.Marketo;

namespace ScoreGuard.Application.Tests.Live.Simulation;

internal sealed class MarketoProfile : PlatformProfile
{
    private FakeMarketo _fake = null!;

    public override string Target =>
        """
            type: marketo
              lead: { domain: sg.invalid, run: sgRunId, fields: { country: country } }
              signals: [ { activity: click, as: event, name: '100001', set: { primaryAttributeValue: Tour } } ]
              outcome: { scores: { points: leadScore } }
              options: { list: '1001' }
            """;

    public override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SCOREGUARD_CONNECTION_C_URL"] = _fake.Url.AbsoluteUri,
            ["SCOREGUARD_CONNECTION_C_CLIENT_ID"] = FakeMarketo.ClientId,
            ["SCOREGUARD_CONNECTION_C_CLIENT_SECRET"] = FakeMarketo.ClientSecret,
        };

    public override int Records => _fake.Records.Count;

    public override async Task StartAsync(LeapingTime time)
    {
        _fake = await FakeMarketo.StartAsync(
            time,
            (fields, signals) =>
                new Dictionary<string, string?>
                {
                    ["leadScore"] = Points(fields, signals.Count),
                    ["behaviorScore"] = Points(fields, signals.Count),
                    ["demographicScore"] = Points(fields, 0),
                    ["leadStatus"] = "Inquiry",
                }
        );
        var instance = _fake.Instance;
        foreach (var field in (string[])["country", "leadStatus", "productInterest", "marketingSuspended"])
        {
            instance.Fields[field] = "string";
        }

        instance.Fields["behaviorScore"] = "score";
        instance.Fields["demographicScore"] = "score";
        instance.Forms[1029] = [.. instance.Forms[1029], "productInterest"];
        instance.Programs[2101] = ["Invited", "Attended"];
        instance.Lists[1188] = [];
        instance.ActivityTypes.RemoveAll(type => type.Id == 100_001);
        instance.ActivityTypes.Add(new(100_001, "Watch Demo", true, "Demo", ["seconds"]));
        instance.Campaigns.Add(new(3712, "Requested", "trigger", "Active", ("Folder", 12)) { IsRequestable = true });
        _fake.Instance.ListLag = TimeSpan.FromSeconds(20);
        _fake.Instance.SearchLag = TimeSpan.FromSeconds(20);
    }

    public override void Fail(Random chance)
    {
        switch (chance.Next(4))
        {
            case 0:
                _fake.ExpireToken();
                break;
            case 1:
                _fake.FailNext("leads.json", new FakeMarketoFault.Code(606, "Max rate limit '100' exceeded"));
                break;
            case 2:
                _fake.FailNext("external.json", new FakeMarketoFault.DoneAndBroken());
                break;
            default:
                _fake.FailNext("leads.json", new FakeMarketoFault.Code(611, "System error"));
                break;
        }
    }

    public override ValueTask DisposeAsync() => _fake.DisposeAsync();
}
