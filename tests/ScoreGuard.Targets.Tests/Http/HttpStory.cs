using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.FakePlatforms;
using ScoreGuard.FakePlatforms.Scoring;
using ScoreGuard.Targets.Http;

namespace ScoreGuard.Targets.Tests.Http;

/// <summary>A fake service on a port, and a client that asks it.</summary>
internal sealed class HttpStory : IAsyncDisposable
{
    public static readonly Instant AsOf = Read("2026-03-10T12:00:00Z");

    private readonly PlatformServer _server;

    private HttpStory(PlatformServer server, FakeScoringService service) => (_server, Service) = (server, service);

    public FakeScoringService Service { get; }

    public LeapingTime Time { get; } = new(Some.Start);

    public DiagnosticBag Diagnostics { get; } = new("leads.jsonl");

    public TargetDefinition Definition { get; set; } =
        TargetDefinition.Model with
        {
            Type = TargetType.Http,
            Use = TargetUse.Replay,
            Connection = "svc",
            Options = Some.Options(("path", "score"), ("parallel", "1")),
        };

    /// <summary>Scores each lead with its attribute <c>n</c>.</summary>
    public static async Task<HttpStory> StartAsync(FakeScoringService service) =>
        new(await PlatformServer.StartAsync(service.Map), service);

    public Parsed<IScoringService> Open(params (string Setting, string Value)[] settings) =>
        HttpScoring.Open(
            Some.Setting(
                Definition,
                Some.Connections([("SCOREGUARD_CONNECTION_SVC_URL", _server.Url.AbsoluteUri), .. settings]),
                Time
            )
        );

    public Task<ImmutableArray<string>> ScoreAsync(params string[] leads) => ScoreAsync(Some.Opened(Open()), leads);

    public async Task<ImmutableArray<string>> ScoreAsync(IScoringService service, params string[] leads)
    {
        var outcomes = new ArrayBufferWriter<byte>();
        var count = await service.ScoreAsync(
            new(Encoding.UTF8.GetBytes(string.Concat(leads.Select(lead => lead + "\n"))), 1, AsOf),
            outcomes,
            Diagnostics,
            TestContext.Current.CancellationToken
        );
        var lines = Encoding
            .UTF8.GetString(outcomes.WrittenSpan)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToImmutableArray();
        count.ShouldBe(lines.Length);
        return lines;
    }

    public static string Lead(string id, int n) => $$"""{"id":"{{id}}","attributes":{"n":{{n}}},"activities":[]}""";

    public string[] Told() => [.. Diagnostics.InDocumentOrder().Select(told => told.ToString())];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static Instant Read(string text) =>
        InstantText.TryParse(text, out var at) ? at : throw new FormatException();
}
