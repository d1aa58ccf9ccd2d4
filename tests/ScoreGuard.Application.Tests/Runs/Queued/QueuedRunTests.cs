using System.Text;
using ScoreGuard.Application.Decisions;
using ScoreGuard.Application.Replaying;
using ScoreGuard.Application.Runs.Queued;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Storage.Folder;

namespace ScoreGuard.Application.Tests.Runs.Queued;

/// <summary>A run taken to pieces on a queue ends as one made in one go, whatever the queue and its workers do.</summary>
public sealed class QueuedRunTests : IDisposable
{
    private readonly Guarded _guarded = new();
    private readonly OneWorkspace _workspaces;

    public QueuedRunTests() => _workspaces = new(_guarded);

    private FolderStores Store => FolderStores.Open(_guarded.StorePath);

    public void Dispose() => _guarded.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Steps_that_come_twice_and_out_of_order_give_the_run_that_one_process_makes(int seed)
    {
        using var alone = await new Guarded().ApprovedAsync();
        await _guarded.ApprovedAsync();
        alone.EditModel("points: 50", "points: 30");
        _guarded.EditModel("points: 50", "points: 30");
        var expected = await alone.RunAsync();

        var record = await RunAsync(new UnreliableQueue(seed));

        record.Verdict.ShouldBe(Verdict.Drift);
        record.OutcomesRoot.ShouldBe(expected.OutcomesRoot);
        record.Figures.ShouldBe(expected.Figures);
        record.Causes.ShouldBe(expected.Causes);
        record.Headline.ShouldBe(expected.Headline);
    }

    [Fact]
    public async Task A_run_over_several_parts_replays_every_lead_once()
    {
        _guarded.Write("leads.jsonl", ManyLeads(40_000));
        var queue = new UnreliableQueue(7);

        var record = await RunAsync(queue);

        record.Verdict.ShouldBe(Verdict.NoBaseline);
        record.Figures.Leads.ShouldBe(40_000);
        queue.Sent.Where(item => item.Step == WorkStep.Replay).Select(item => item.Part).Distinct().Count().ShouldBe(2);
        (await _guarded.DecideAsync(record.Id)).ShouldBeOfType<DecisionOutcome.Recorded>();
        (await RunAsync(new UnreliableQueue(8))).Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public async Task The_first_run_freezes_the_leads_and_reports_that_there_is_no_baseline() =>
        (await RunAsync(new UnreliableQueue(1))).Verdict.ShouldBe(Verdict.NoBaseline);

    [Fact]
    public async Task A_start_that_meets_another_one_freezing_the_leads_comes_again()
    {
        var queue = new UnreliableQueue(1);
        var steps = new TakeStep(_workspaces, queue);
        var run = await OrderAsync(queue);
        var other = await Store.Lock.TryAcquireAsync("freeze", _guarded.Context.Now, default);
        using (other.ShouldBeOfType<RunLockResult.Acquired>().Handle)
        {
            var start = new WorkItem(OneWorkspace.Name, run, WorkStep.Start);
            await Should.ThrowAsync<WorkspaceBusy>(() => steps.ExecuteAsync(start, default));
        }

        await queue.DrainAsync(steps);
        (await Store.Runs.FindAsync(run, default)).ShouldNotBeNull().Verdict.ShouldBe(Verdict.NoBaseline);
    }

    [Fact]
    public async Task A_conclusion_that_meets_the_lock_of_a_dead_worker_is_kept_until_the_lock_is_free()
    {
        await _guarded.ApprovedAsync();
        var queue = new UnreliableQueue(1);
        var steps = new TakeStep(_workspaces, queue);
        var run = await OrderAsync(queue);
        await steps.ExecuteAsync(new(OneWorkspace.Name, run, WorkStep.Start), default);
        await steps.ExecuteAsync(new(OneWorkspace.Name, run, WorkStep.Replay), default);
        var conclude = new WorkItem(OneWorkspace.Name, run, WorkStep.Conclude);
        var dead = await Store.Lock.TryAcquireAsync("run", _guarded.Context.Now, default);
        using (dead.ShouldBeOfType<RunLockResult.Acquired>().Handle)
        {
            await Should.ThrowAsync<WorkspaceBusy>(() => steps.ExecuteAsync(conclude, default));
        }

        (await steps.ExecuteAsync(conclude, default)).Finished.ShouldNotBeNull().Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public async Task A_report_is_kept_with_the_run()
    {
        await _guarded.ApprovedAsync();
        _guarded.EditModel("points: 50", "points: 30");
        var record = await RunAsync(new UnreliableQueue(1));
        foreach (var name in (string[])["report.html", "report.json", "drift.csv", "junit.xml", "summary.md"])
        {
            await using var file = await Store.Files.FindAsync(record.Id, name, default);
            file.ShouldNotBeNull(name).Length.ShouldBeGreaterThan(0);
        }

        await using var outcomes = await Store.Files.FindAsync(record.Id, "outcomes.csv", default);
        outcomes.ShouldBeNull();
    }

    [Fact]
    public async Task The_first_run_keeps_its_outcomes_for_who_has_to_approve_them()
    {
        var record = await RunAsync(new UnreliableQueue(1));
        record.Verdict.ShouldBe(Verdict.NoBaseline);
        await using var file = await Store.Files.FindAsync(record.Id, "outcomes.csv", default);
        using var text = new StreamReader(file.ShouldNotBeNull());
        var lines = (await text.ReadToEndAsync()).Split("\r\n");
        lines[0].ShouldBe("lead,persona,stage,fit,behaviour,total,grade,route,error");
        // Of Germany, with a demo and without a click.
        lines[1].ShouldBe("L000,,MQL,20,50,70,,DACH,");
        lines.Length.ShouldBe(42);
    }

    [Fact]
    public async Task What_is_edited_while_a_run_is_under_way_belongs_to_the_next_run()
    {
        await _guarded.ApprovedAsync();
        var queue = new UnreliableQueue(1);
        var steps = new TakeStep(_workspaces, queue);
        var run = await OrderAsync(queue);
        await steps.ExecuteAsync(new(OneWorkspace.Name, run, WorkStep.Start), default);
        _guarded.EditModel("points: 50", "points: 30");
        await queue.DrainAsync(steps);

        (await Store.Runs.FindAsync(run, default)).ShouldNotBeNull().Verdict.ShouldBe(Verdict.Passed);
        (await RunAsync(new UnreliableQueue(2))).Verdict.ShouldBe(Verdict.Drift);
    }

    [Fact]
    public async Task A_second_run_waits_for_its_turn_and_then_gets_it()
    {
        await _guarded.ApprovedAsync();
        var queue = new UnreliableQueue(1);
        var steps = new TakeStep(_workspaces, queue);
        var first = await OrderAsync(queue, "first");
        await steps.ExecuteAsync(new(OneWorkspace.Name, first, WorkStep.Start), default);
        var second = await OrderAsync(queue, "second");

        (await steps.ExecuteAsync(new(OneWorkspace.Name, second, WorkStep.Start), default)).Moved.ShouldBeFalse();
        await queue.DrainAsync(steps);

        (await Store.Runs.ListAsync(10, default)).Select(run => run.Id).ShouldContain(first);
        (await Store.Runs.ListAsync(10, default)).Select(run => run.Id).ShouldContain(second);
        (await Store.Tickets.ListAsync(default)).ShouldBeEmpty();
        (await Store.Tickets.FindTurnAsync(default)).ShouldBeNull();
    }

    [Fact]
    public async Task The_same_order_while_the_first_still_waits_joins_it()
    {
        await _guarded.ApprovedAsync();
        var queue = new UnreliableQueue(1);
        var first = await OrderAsync(queue, "busy");
        await new TakeStep(_workspaces, queue).ExecuteAsync(new(OneWorkspace.Name, first, WorkStep.Start), default);
        var waiting = await OrderAsync(queue, "again");
        (await OrderAsync(queue, "again")).ShouldBe(waiting);
        (await Store.Tickets.ListAsync(default)).Length.ShouldBe(2);
    }

    [Fact]
    public async Task An_occurrence_of_the_timer_gives_one_run_however_often_it_comes()
    {
        await _guarded.ApprovedAsync();
        var queue = new UnreliableQueue(1);
        var order = new RunOrder(OneWorkspace.Name, "Scheduled", "timer", null, new(1_780_000_000_000));
        var orders = new OrderRun(_workspaces, queue);
        var first = (await orders.ExecuteAsync(order, default)).ShouldBeOfType<RunOrdered.Accepted>();
        await queue.DrainAsync(new(_workspaces, queue));
        var second = (await orders.ExecuteAsync(order, default)).ShouldBeOfType<RunOrdered.Accepted>();
        second.ShouldBe(first with { Joined = true });
        queue.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task A_preview_moves_no_baseline_and_says_what_the_candidate_would_do()
    {
        await _guarded.ApprovedAsync();
        var queue = new UnreliableQueue(1);
        var candidate = Guarded.Model.Replace("points: 50", "points: 30", StringComparison.Ordinal);
        var order = new RunOrder(OneWorkspace.Name, "try", "Ann", Encoding.UTF8.GetBytes(candidate), null);
        var accepted = (
            await new OrderRun(_workspaces, queue).ExecuteAsync(order, default)
        ).ShouldBeOfType<RunOrdered.Accepted>();
        await queue.DrainAsync(new(_workspaces, queue));
        var record = (await Store.Runs.FindAsync(accepted.Run, default)).ShouldNotBeNull();
        record.Kind.ShouldBe(RunKind.Preview);
        record.Verdict.ShouldBe(Verdict.Drift);
        (await RunAsync(new UnreliableQueue(2))).Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public async Task A_model_with_an_error_ends_as_broken_without_any_part()
    {
        await _guarded.ApprovedAsync();
        _guarded.EditModel("points: 50", "points: many");
        var queue = new UnreliableQueue(1);
        (await RunAsync(queue)).Verdict.ShouldBe(Verdict.Broken);
        queue.Sent.ShouldNotContain(item => item.Step == WorkStep.Replay);
    }

    [Fact]
    public async Task A_workspace_whose_own_file_is_wrong_ends_as_broken_and_says_so()
    {
        await _guarded.ApprovedAsync();
        _workspaces.Wrong = [new("SG1001", Severity.Error, "scoreguard.yaml", null, "", "It is no YAML.")];
        var record = await RunAsync(new UnreliableQueue(1));
        record.Verdict.ShouldBe(Verdict.Broken);
        record.Diagnostics.ShouldBe(_workspaces.Wrong);
    }

    [Fact]
    public async Task A_step_that_failed_too_often_ends_its_run_as_broken_and_says_why()
    {
        await _guarded.ApprovedAsync();
        var queue = new UnreliableQueue(1);
        var steps = new TakeStep(_workspaces, queue);
        var run = await OrderAsync(queue);
        await steps.ExecuteAsync(new(OneWorkspace.Name, run, WorkStep.Start), default);
        queue.Clear();

        var given = await steps.GiveUpAsync(
            new(OneWorkspace.Name, run, WorkStep.Replay),
            "It failed 5 times.",
            default
        );

        given.Finished.ShouldNotBeNull().Verdict.ShouldBe(Verdict.Broken);
        given.Finished.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RunCodes.GaveUp.Code);
        (await Store.Tickets.FindTurnAsync(default)).ShouldBeNull();
        (await RunAsync(new UnreliableQueue(2))).Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public async Task A_copy_of_a_step_that_failed_too_often_beside_the_one_that_was_taken_ends_nothing()
    {
        await _guarded.ApprovedAsync();
        var queue = new UnreliableQueue(1);
        var steps = new TakeStep(_workspaces, queue);
        var run = await OrderAsync(queue);
        var start = new WorkItem(OneWorkspace.Name, run, WorkStep.Start);
        await steps.ExecuteAsync(start, default);
        (await steps.GiveUpAsync(start, "It failed 5 times.", default)).ShouldBe(StepResult.Nothing);
        var replay = new WorkItem(OneWorkspace.Name, run, WorkStep.Replay);
        await steps.ExecuteAsync(replay, default);
        (await steps.GiveUpAsync(replay, "It failed 5 times.", default)).ShouldBe(StepResult.Nothing);
        await queue.DrainAsync(steps);
        (await Store.Runs.FindAsync(run, default)).ShouldNotBeNull().Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public async Task Parts_of_two_engines_are_never_put_beside_each_other()
    {
        await _guarded.ApprovedAsync();
        var queue = new UnreliableQueue(1);
        var steps = new TakeStep(_workspaces, queue);
        var run = await OrderAsync(queue);
        await steps.ExecuteAsync(new(OneWorkspace.Name, run, WorkStep.Start), default);
        _guarded.Replayers = new OtherEngine();
        await queue.DrainAsync(steps);
        var record = (await Store.Runs.FindAsync(run, default)).ShouldNotBeNull();
        record.Verdict.ShouldBe(Verdict.Broken);
        record.Diagnostics.ShouldContain(diagnostic => diagnostic.Code == RunCodes.EngineReplaced.Code);
    }

    [Fact]
    public async Task A_run_whose_steps_were_all_lost_is_picked_up()
    {
        await _guarded.ApprovedAsync();
        var queue = new UnreliableQueue(1);
        var run = await OrderAsync(queue);
        var sweep = new SweepRuns(_workspaces, queue);
        for (var lost = 0; lost < 4; lost++)
        {
            queue.LostShare = lost < 3 ? 1 : 0;
            if (lost == 0)
            {
                queue.Clear();
            }

            await queue.DrainAsync(new(_workspaces, queue));
            (await sweep.ExecuteAsync(OneWorkspace.Name, TimeSpan.Zero, default)).ShouldBe(new(run, null));
        }

        await queue.DrainAsync(new(_workspaces, queue));
        (await Store.Runs.FindAsync(run, default)).ShouldNotBeNull().Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public async Task A_run_that_never_moves_is_given_up_and_the_next_gets_its_turn()
    {
        await _guarded.ApprovedAsync();
        var queue = new UnreliableQueue(1) { LostShare = 1 };
        var run = await OrderAsync(queue);
        var sweep = new SweepRuns(_workspaces, queue);
        for (var time = 0; time < SweepRuns.MostResent; time++)
        {
            (await sweep.ExecuteAsync(OneWorkspace.Name, TimeSpan.Zero, default)).ShouldBe(new(run, null));
        }

        var stalled = (await sweep.ExecuteAsync(OneWorkspace.Name, TimeSpan.Zero, default)).ShouldNotBeNull();
        stalled.ShouldBe(new(run, "It was picked up 10 times and did not move on."));
        await new TakeStep(_workspaces, queue).GiveUpAsync(
            new(OneWorkspace.Name, run, WorkStep.Conclude),
            stalled.GiveUp!,
            default
        );

        (await Store.Runs.FindAsync(run, default)).ShouldNotBeNull().Verdict.ShouldBe(Verdict.Broken);
        (await RunAsync(new UnreliableQueue(2))).Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public async Task A_run_that_moves_is_left_alone()
    {
        await _guarded.ApprovedAsync();
        await OrderAsync(new UnreliableQueue(1));
        (await Sweep().ExecuteAsync(OneWorkspace.Name, TimeSpan.FromHours(1), default)).ShouldBeNull();
    }

    [Fact]
    public async Task Too_many_waiting_runs_are_refused()
    {
        await _guarded.ApprovedAsync();
        var queue = new UnreliableQueue(1);
        for (var order = 0; order < OrderRun.MostWaiting; order++)
        {
            await OrderAsync(queue, $"order {order}");
        }

        (await new OrderRun(_workspaces, queue).ExecuteAsync(Order("one more"), default))
            .ShouldBeOfType<RunOrdered.Full>()
            .Waiting.ShouldBe(OrderRun.MostWaiting);
    }

    [Fact]
    public async Task A_workspace_that_is_not_served_is_told_apart() =>
        (
            await new OrderRun(_workspaces, new UnreliableQueue(1)).ExecuteAsync(
                Order("x") with
                {
                    Workspace = "other",
                },
                default
            )
        ).ShouldBeOfType<RunOrdered.UnknownWorkspace>();

    [Fact]
    public async Task A_run_that_takes_its_turn_while_the_sweep_looks_keeps_it()
    {
        await _guarded.ApprovedAsync();
        var queue = new UnreliableQueue(1);
        var run = "";
        var interrupted = false;
        _workspaces.Tickets = tickets =>
            Meanwhile.Of(
                tickets,
                async () =>
                {
                    if (!interrupted)
                    {
                        interrupted = true;
                        run = await OrderAsync(queue);
                        var start = new WorkItem(OneWorkspace.Name, run, WorkStep.Start);
                        await new TakeStep(_workspaces, queue).ExecuteAsync(start, default);
                    }
                }
            );

        await Sweep().ExecuteAsync(OneWorkspace.Name, TimeSpan.FromHours(1), default);

        run.ShouldNotBeEmpty();
        (await Store.Tickets.FindTurnAsync(default)).ShouldBe(run);
    }

    private SweepRuns Sweep() => new(_workspaces, new UnreliableQueue(2));

    private static RunOrder Order(string reason) => new(OneWorkspace.Name, reason, "Ann", null, null);

    private static string ManyLeads(int count) =>
        string.Concat(
            Enumerable
                .Range(0, count)
                .Select(lead =>
                    $$"""{"id":"L{{lead:D6}}","createdAt":"2026-01-01","attributes":{"country":"{{(lead % 2 == 0 ? "Germany" : "US")}}"},"activities":[]}"""
                    + "\n"
                )
        );

    private async Task<string> OrderAsync(UnreliableQueue queue, string reason = "test") =>
        (await new OrderRun(_workspaces, queue).ExecuteAsync(Order(reason), default))
            .ShouldBeOfType<RunOrdered.Accepted>()
            .Run;

    private async Task<RunRecord> RunAsync(UnreliableQueue queue)
    {
        var run = await OrderAsync(queue);
        await queue.DrainAsync(new(_workspaces, queue));
        return (await Store.Runs.FindAsync(run, default)).ShouldNotBeNull();
    }

    /// <summary>The same engine under another version.</summary>
    private sealed class OtherEngine : IReplayers
    {
        private readonly EngineReplayers _engine = new();

        public string EngineVersion => "other";

        public IReplayer Compile(Domain.Models.ScoringModel model) => _engine.Compile(model);
    }
}
