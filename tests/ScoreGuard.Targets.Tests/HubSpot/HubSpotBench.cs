using System.Collections.Immutable;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.FakePlatforms;
using ScoreGuard.FakePlatforms.HubSpot;

namespace ScoreGuard.Targets.Tests.HubSpot;

/// <summary>A fake HubSpot and the adapter before it, on one leaping clock.</summary>
internal sealed class HubSpotBench : IAsyncDisposable
{
    public const string Run = "20261122t060000z-ab12cd34";
    public const string Score = "engagement_score";

    private HubSpotBench(FakeHubSpot fake, LeapingTime time, MemoryLedger ledger, ITarget target)
    {
        Fake = fake;
        Time = time;
        Ledger = ledger;
        Target = target;
    }

    public static TargetDefinition Definition { get; } =
        TargetDefinition.Model with
        {
            Type = TargetType.HubSpot,
            Use = TargetUse.Replay,
            Connection = "hub",
            Leads = new(
                "email",
                "synthetic.acme.invalid",
                "sg_run_id",
                [new("jobTitle", "jobtitle")],
                [new("sg_synthetic", "true")]
            ),
            Outcome = new([new("engagement", Score)], [], null, new("lifecyclestage", [], []), null, [Score]),
        };

    public FakeHubSpot Fake { get; }

    public LeapingTime Time { get; }

    public MemoryLedger Ledger { get; }

    public ITarget Target { get; }

    public Instant Now => new(Time.GetUtcNow().ToUnixTimeMilliseconds());

    public static async Task<HubSpotBench> OpenAsync(
        HubSpotHabitsOfAFake? habits = null,
        TargetDefinition? definition = null
    )
    {
        var time = new LeapingTime(new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero));
        var ledger = new MemoryLedger();
        var fake = await FakeHubSpot.StartAsync(time, TenASignal, habits);
        var target = Open(fake.Url, fake.Habits.Token, new(definition ?? Definition, ledger, time));
        return new(fake, time, ledger, target);
    }

    /// <summary>Another adapter before the same fake, that sends its calls elsewhere.</summary>
    public ITarget Behind(Uri url, TargetDefinition? definition = null) =>
        Open(url, Fake.Habits.Token, new(definition ?? Definition, Ledger, Time));

    public static TargetRecord Record(int place, string? address = null)
    {
        var mail = address ?? $"sg-ab12cd34-{place}@synthetic.acme.invalid";
        return new(
            $"L{place:00000}",
            Run,
            mail,
            [new("email", mail), new("sg_run_id", Run), new("jobtitle", "VP"), new("sg_synthetic", true)]
        );
    }

    public static ImmutableArray<TargetRecord> Records(int count) =>
        [.. Enumerable.Range(1, count).Select(place => Record(place))];

    public TargetSignal Signal(SignalKind kind, RecordResult record, params TargetProperty[] properties) =>
        new(
            $"0a1b2c3d-0000-4000-8000-{record.Record!.PadLeft(12, '0')}",
            kind,
            kind == SignalKind.Event ? "pe123_demo_watched" : "",
            record.Record!,
            "",
            Now,
            [.. properties]
        );

    /// <summary>Contacts that are created, each of them.</summary>
    public async Task<ImmutableArray<RecordResult>> CreatedAsync(int count)
    {
        var created = await Target.CreateAsync(Records(count), TestContext.Current.CancellationToken);
        created.ShouldAllBe(result => result.Refusal == null);
        return created;
    }

    public async Task<ImmutableArray<Observation>> ObservedAsync(ImmutableArray<RecordResult> records) =>
        await Target.ObserveAsync([.. records.Select(record => record.Record!)], TestContext.Current.CancellationToken);

    /// <summary>A score of one constant.</summary>
    public static string ScoreJson(string id, string at, int points, string user = "someone") =>
        $$$"""
            {"id":"{{{id}}}","name":"Score {{{id}}}","scoreType":"FIT","scoreStatus":"ACTIVE","objectTypeId":"0-1",
             "updatedAt":"{{{at}}}","publishedAt":"{{{at}}}","updatedByUserId":"{{{user}}}","allowedGroupTypes":["FIT"],
             "groupConfigs":[{"id":"g","groupName":"Web","groupCategory":"FIT","ruleConfigurations":[
               {"id":"r1","enabled":true,"configuration":{"calculation":{"type":"CONSTANT","value":{{{points}}} } } }]}]}
            """;

    public async ValueTask DisposeAsync()
    {
        ((IDisposable)Target).Dispose();
        await Fake.DisposeAsync();
    }

    private static ITarget Open(Uri url, string token, Setting setting)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SCOREGUARD_CONNECTION_HUB_URL"] = url.AbsoluteUri,
            ["SCOREGUARD_CONNECTION_HUB_TOKEN"] = token,
        };
        return TargetOpening
            .Open(new(setting.Definition, Run, new(settings.GetValueOrDefault), setting.Ledger, setting.Time))
            .ShouldBeOfType<Parsed<ITarget>.Ok>()
            .Value;
    }

    private sealed record Setting(TargetDefinition Definition, MemoryLedger Ledger, TimeProvider Time);

    private static Dictionary<string, string?> TenASignal(
        IReadOnlyDictionary<string, string?> properties,
        IReadOnlyList<(string Kind, string Name, IReadOnlyDictionary<string, string?> Properties)> signals
    ) => new(StringComparer.Ordinal) { [Score] = $"{10 * signals.Count}" };
}
