using System.Collections.Immutable;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.FakePlatforms;
using ScoreGuard.FakePlatforms.Marketo;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Tests.Marketo;

/// <summary>A fake Marketo, a clock that leaps, and the adapter before it.</summary>
internal sealed class MarketoBench : IAsyncDisposable
{
    public const string Run = "20261122t060000z-ab12cd34";

    private MarketoBench(FakeMarketo platform, LeapingTime time)
    {
        Platform = platform;
        Time = time;
        Target = Open(platform.Url);
    }

    public FakeMarketo Platform { get; }

    public LeapingTime Time { get; }

    public MemoryLedger Ledger { get; } = new();

    public ITarget Target { get; private set; }

    public static TargetDefinition Definition { get; } =
        TargetDefinition.Model with
        {
            Type = TargetType.Marketo,
            Use = TargetUse.Replay,
            Connection = "marketo",
            Leads = new("email", "sg.example.com", "sgRunId", [new("jobTitle", "title")], [new("isSynthetic", "true")]),
            Signals =
            [
                new("demo", SignalKind.Event, "100001", [], [], [new("primaryAttributeValue", "Tour")]),
                new("form", SignalKind.Form, "1029", [], [], []),
            ],
            Outcome = new([new("fit", "leadScore")], [], null, null, null, ["leadScore"]),
            Options = [new("list", "1001")],
        };

    /// <summary>Points: ten for a director, five a form, seven an event, three a request or membership.</summary>
    public static async Task<MarketoBench> StartAsync()
    {
        var time = new LeapingTime(new DateTimeOffset(2026, 11, 22, 6, 0, 0, TimeSpan.Zero));
        var platform = await FakeMarketo.StartAsync(
            time,
            (fields, signals) =>
                new Dictionary<string, string?>
                {
                    ["leadScore"] =
                        $"{(fields.GetValueOrDefault("title") == "Director" ? 10 : 0) + signals.Sum(signal => Points(signal.Kind))}",
                }
        );
        return new(platform, time);
    }

    public static TargetRecord Record(int number, params TargetProperty[] more) =>
        new(
            $"{number:D5}",
            Run,
            Address(number),
            [new("email", Address(number)), new("sgRunId", Run), new("isSynthetic", true), .. more]
        );

    public static ImmutableArray<TargetRecord> Records(int count) =>
        [.. Enumerable.Range(1, count).Select(number => Record(number))];

    public static string Address(int number) => $"sg-{Run}-{number:D5}@sg.example.com";

    public TargetSignal Signal(SignalKind kind, string name, string record, params TargetProperty[] properties) =>
        new($"{kind}-{name}-{record}", kind, name, record, AddressOf(record), Now, [.. properties]);

    public Instant Now => new(Time.GetUtcNow().ToUnixTimeMilliseconds());

    public async Task<ImmutableArray<string>> CreateAsync(int count)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        foreach (var batch in Records(count).Chunk(Target.Capabilities.BatchSize))
        {
            var results = await Target.CreateAsync([.. batch], TestContext.Current.CancellationToken);
            ids.AddRange(results.Select(result => result.Record.ShouldNotBeNull(result.Refusal)));
        }

        return ids.ToImmutable();
    }

    public int CallsOf(string path) => Platform.Calls.Count(call => call.Path.EndsWith(path, StringComparison.Ordinal));

    /// <summary>The adapter begins anew, as after the end of its process.</summary>
    public void Restart(Func<TargetDefinition, TargetDefinition>? change = null) => Target = Open(Platform.Url, change);

    public ITarget Open(Uri url, Func<TargetDefinition, TargetDefinition>? change = null)
    {
        var definition = change?.Invoke(Definition) ?? Definition;
        return TargetOpening.Open(Setting(definition, url, FakeMarketo.ClientSecret)) switch
        {
            Parsed<ITarget>.Ok ok => ok.Value,
            Parsed<ITarget>.Refused refused => throw new InvalidOperationException(
                string.Join('\n', refused.Diagnostics)
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public TargetSetting Setting(TargetDefinition definition, Uri url, string secret) =>
        new(
            definition,
            Run,
            new Connections(name =>
                name switch
                {
                    "SCOREGUARD_CONNECTION_MARKETO_URL" => url.AbsoluteUri,
                    "SCOREGUARD_CONNECTION_MARKETO_CLIENT_ID" => FakeMarketo.ClientId,
                    "SCOREGUARD_CONNECTION_MARKETO_CLIENT_SECRET" => secret,
                    _ => null,
                }
            ),
            Ledger,
            Time
        );

    public ValueTask DisposeAsync() => Platform.DisposeAsync();

    private string AddressOf(string record) => Platform.Records.First(lead => $"{lead.Id}" == record).Find("email")!;

    private static int Points(string kind) =>
        kind switch
        {
            "Form" => 5,
            "Event" => 7,
            _ => 3,
        };
}
