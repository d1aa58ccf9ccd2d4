using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.FakePlatforms;
using ScoreGuard.FakePlatforms.Mautic;
using ScoreGuard.Testing;

namespace ScoreGuard.Targets.Tests.Mautic;

/// <summary>A fake Mautic with the adapter before it.</summary>
internal sealed class MauticBench : IAsyncDisposable
{
    public const string Run = "20261122t060000z-ab12cd34";

    private readonly Dictionary<string, string?> _settings = new(StringComparer.Ordinal)
    {
        ["SCOREGUARD_CONNECTION_MAUTIC_USER"] = FakeMauticAccounts.User,
        ["SCOREGUARD_CONNECTION_MAUTIC_PASSWORD"] = FakeMauticAccounts.Password,
    };

    private ITarget? _target;

    public LeapingTime Time { get; } = new(new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero));

    public MemoryLedger Ledger { get; } = new();

    public FakeMautic Mautic { get; private set; } = null!;

    /// <summary>Of the next <see cref="Target"/>.</summary>
    public TargetDefinition Definition { get; set; } = Defined();

    public ITarget Target => _target ??= ModelTexts.Value(Open());

    public static async Task<MauticBench> StartAsync()
    {
        var bench = new MauticBench();
        bench.Mautic = await new FakeMautic(bench.Time, Score).StartAsync();
        bench._settings["SCOREGUARD_CONNECTION_MAUTIC_URL"] = bench.Mautic.Url.AbsoluteUri;
        return bench;
    }

    public static TargetDefinition Defined() =>
        TargetDefinition.Model with
        {
            Type = TargetType.Mautic,
            Use = TargetUse.Replay,
            Connection = "mautic",
            Leads = new("email", "leads.invalid", "sg_run", [new("title", "position")], []),
            Outcome = new([new("points", "points")], [], null, new("stage", [], []), new("owner", [], []), ["points"]),
        };

    /// <summary>Ten points a form, one a visit, five an asset, hot from ten.</summary>
    public static IReadOnlyDictionary<string, string?> Score(
        IReadOnlyDictionary<string, string?> properties,
        IReadOnlyList<(string Kind, string Name, IReadOnlyDictionary<string, string?> Properties)> signals
    )
    {
        var points = signals.Sum(signal =>
            signal.Kind switch
            {
                "form" => 10,
                "visit" => 1,
                "event" => 5,
                "request" => 100,
                _ => 0,
            }
        );
        var scored = new Dictionary<string, string?>(StringComparer.Ordinal) { ["points"] = $"{points}" };
        if (signals.Any(signal => signal.Kind == "visit"))
        {
            scored["group.Web"] = $"{signals.Count(signal => signal.Kind == "visit")}";
        }

        return scored;
    }

    public static TargetRecord Record(int number, params TargetProperty[] properties)
    {
        var address = $"sg-{number}@leads.invalid";
        return new($"L{number}", Run, address, [new("email", address), new("sg_run", Run), .. properties]);
    }

    public static TargetSignal Signal(
        SignalKind kind,
        string name,
        RecordResult record,
        int number,
        params TargetProperty[] properties
    ) => new($"{kind}-{number}", kind, name, record.Record!, $"sg-{number}@leads.invalid", new(0), [.. properties]);

    public MauticBench Set(string what, string? value)
    {
        _settings[$"SCOREGUARD_CONNECTION_MAUTIC_{what}"] = value;
        return this;
    }

    public MauticBench UseClient()
    {
        Set("USER", null).Set("PASSWORD", null);
        return Set("CLIENT_ID", FakeMauticAccounts.ClientId).Set("CLIENT_SECRET", FakeMauticAccounts.ClientSecret);
    }

    public Parsed<ITarget> Open() =>
        TargetOpening.Open(new(Definition, Run, new(_settings.GetValueOrDefault), Ledger, Time));

    /// <summary>A process that starts again: it remembers nothing.</summary>
    public void Restart() => _target = null;

    public async Task<RecordResult> CreateAsync(int number, params TargetProperty[] properties) =>
        (await Target.CreateAsync([Record(number, properties)], default))[0];

    public async Task<RecordResult> SignalAsync(TargetSignal signal) =>
        (await Target.SignalAsync([signal], default))[0];

    public async Task<ImmutableDictionary<string, string?>> ObserveAsync(RecordResult record) =>
        (await Target.ObserveAsync([record.Record!], default)).Single().Values;

    public void Configure(string path, string json) => Mautic.Configuration[path] = JsonNode.Parse(json)!.AsArray();

    public ValueTask DisposeAsync() => Mautic.DisposeAsync();
}
