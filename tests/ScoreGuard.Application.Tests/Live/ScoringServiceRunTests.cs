using System.Text.Json;
using System.Text.Json.Nodes;
using ScoreGuard.Application.Live;
using ScoreGuard.Application.Tests.Runs.Queued;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Runs;
using ScoreGuard.FakePlatforms;
using ScoreGuard.FakePlatforms.Scoring;

namespace ScoreGuard.Application.Tests.Live;

/// <summary>Runs of a workspace whose leads are scored by a service over HTTP.</summary>
public sealed class ScoringServiceRunTests : IAsyncLifetime
{
    private const string Target = """
        target:
          type: http
          connection: engine
          options: { path: score }
          outcome:
            scores: { points: /scores/points }
            stage: { field: stage, order: [Inquiry, MQL] }
        sales: { stages: [MQL] }
        """;

    private readonly LeapingTime _time = new(new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero));
    private int _perClick = 10;
    private FakeScoringService _service = null!;
    private PlatformServer _server = null!;
    private Guarded _guarded = null!;

    public async ValueTask InitializeAsync()
    {
        _service = new(Score);
        _server = await PlatformServer.StartAsync(_service.Map);
        _guarded = new(Target)
        {
            Time = _time,
            Targets = new PlatformTargets(
                name => name == "SCOREGUARD_CONNECTION_ENGINE_URL" ? _server.Url.AbsoluteUri : null,
                _time
            ),
        };
        _guarded.Write("leads.jsonl", LiveGuarded.Leads(14, 0));
        await _guarded.ApprovedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _guarded.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_service_that_scores_as_before_passes()
    {
        _service.Faults.Enqueue(FakeScoringService.Status(503, "3"));
        var run = await RunAsync();
        run.Verdict.ShouldBe(Verdict.Passed);
        run.Figures.Unchanged.ShouldBe(14);
    }

    [Fact]
    public async Task A_service_that_scores_otherwise_is_drift()
    {
        _perClick = 15;
        var run = await RunAsync();
        run.Verdict.ShouldBe(Verdict.Drift);
        run.Figures.Gained.ShouldBe(3);
        _guarded.Changes.Count.ShouldBe(10);
    }

    [Fact]
    public async Task A_lead_that_is_refused_breaks_the_run_and_is_named()
    {
        _service.Chokes = lead => lead == "L005";
        var run = await RunAsync();
        run.Verdict.ShouldBe(Verdict.Broken);
        run.Diagnostics.Single().Code.ShouldBe(TargetCodes.LeadRefused.Code);
    }

    [Fact]
    public async Task A_service_that_is_gone_breaks_the_run()
    {
        await _server.DisposeAsync();
        var run = await RunAsync();
        run.Verdict.ShouldBe(Verdict.Broken);
        run.Diagnostics.Single().Code.ShouldBe(TargetCodes.Unreachable.Code);
    }

    [Fact]
    public async Task A_queued_run_asks_the_service_alike()
    {
        _perClick = 15;
        var workspaces = new OneWorkspace(_guarded);
        var queue = new UnreliableQueue(3) { Passes = _time.Advance };
        var ordered = await new Application.Runs.Queued.OrderRun(workspaces, queue).ExecuteAsync(
            new(OneWorkspace.Name, "test", "test", null, null),
            default
        );
        await queue.DrainAsync(new(workspaces, queue));
        var id = ordered.ShouldBeOfType<Application.Runs.Queued.RunOrdered.Accepted>().Run;
        var run = (await _guarded.Context.Stores.Runs.FindAsync(id, default)).ShouldNotBeNull();
        run.Verdict.ShouldBe(Verdict.Drift);
        run.Figures.Gained.ShouldBe(3);
        // Its parts are compared in one place at the end, and what changed leads have in common is found there.
        await using var report = await (await workspaces.FindAsync(OneWorkspace.Name, default))!.Files.FindAsync(
            id,
            "report.json",
            default
        );
        using var json = await JsonDocument.ParseAsync(report.ShouldNotBeNull());
        json.RootElement.GetProperty("common")
            .EnumerateArray()
            .Single()
            .GetRawText()
            .ShouldContain("\"name\": \"click\"");
    }

    [Fact]
    public async Task Parts_of_a_queued_run_ask_one_after_the_other()
    {
        _guarded.Write("leads.jsonl", LiveGuarded.Leads(9000, 0));
        await _guarded.FreezeAsync(replace: true);
        var workspaces = new OneWorkspace(_guarded);
        var queue = new UnreliableQueue(4) { Passes = _time.Advance };
        var ordered = await new Application.Runs.Queued.OrderRun(workspaces, queue).ExecuteAsync(
            new(OneWorkspace.Name, "test", "test", null, null),
            default
        );
        var steps = new Application.Runs.Queued.TakeStep(workspaces, queue);
        var id = ordered.ShouldBeOfType<Application.Runs.Queued.RunOrdered.Accepted>().Run;
        await steps.ExecuteAsync(new(OneWorkspace.Name, id, Domain.Runs.Queued.WorkStep.Start), default);
        Parts().ShouldBe([0]);
        await steps.ExecuteAsync(new(OneWorkspace.Name, id, Domain.Runs.Queued.WorkStep.Replay), default);
        Parts().ShouldBe([0, 1]);
        await queue.DrainAsync(steps);
        Parts().ShouldBe([0, 1, 2]);
        var run = (await _guarded.Context.Stores.Runs.FindAsync(id, default)).ShouldNotBeNull();
        run.OutcomesRoot.ShouldNotBeNull();

        IEnumerable<int> Parts() =>
            queue
                .Sent.Where(item => item.Step == Domain.Runs.Queued.WorkStep.Replay)
                .Select(item => item.Part)
                .Distinct();
    }

    private Task<RunRecord> RunAsync()
    {
        _time.Advance(TimeSpan.FromMinutes(1));
        return _guarded.RunAsync();
    }

    private JsonObject Score(JsonObject lead)
    {
        var german = (string?)lead["attributes"]!["country"] == "Germany";
        var points = (german ? 20 : 0) + (_perClick * lead["activities"]!.AsArray().Count);
        return new()
        {
            ["scores"] = new JsonObject { ["points"] = points },
            ["stage"] = points >= 40 ? "MQL" : "Inquiry",
        };
    }
}
