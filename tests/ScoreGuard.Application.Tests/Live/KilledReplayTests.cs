using ScoreGuard.Application.Runs.Queued;
using ScoreGuard.Application.Tests.Runs.Queued;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Tests.Live;

/// <summary>A process that dies anywhere in a replay neither doubles nor orphans a record.</summary>
public sealed class KilledReplayTests
{
    [Fact]
    public async Task A_run_after_one_that_was_killed_at_any_step_judges_alike_and_leaves_nothing()
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        var steps = await CountAsync(live);
        steps.ShouldBeGreaterThan(40);
        for (var step = 0; step < steps; step++)
        {
            await KillAsync(live, step);
            live.Guarded.AroundJournal = null;
            live.Platform.Around = (_, _) => { };
            var run = await live.RunAsync();
            run.Verdict.ShouldBe(
                Verdict.Passed,
                $"killed at step {step}: {string.Join("; ", run.Diagnostics.Select(one => one.Message))}"
            );
            live.Platform.Records.ShouldBe(0, $"killed at step {step}");
            (await live.Guarded.Context.Stores.Journal.ListAsync(default)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_queued_run_goes_on_where_its_worker_was_killed()
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        var steps = await CountAsync(live);
        for (var step = 0; step < steps; step += 3)
        {
            Place(live, new(step) { StaysDead = false });
            var queue = new UnreliableQueue(step) { Passes = live.Time.Advance };
            var run = await RunQueuedAsync(live, queue);
            run.Verdict.ShouldBe(
                Verdict.Passed,
                $"killed at step {step}: {string.Join("; ", run.Diagnostics.Select(one => one.Message))}"
            );
            live.Platform.Records.ShouldBe(0, $"killed at step {step}");
            (await live.Guarded.Context.Stores.Journal.ListAsync(default)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_queued_run_that_takes_longer_than_a_step_is_gone_on_with()
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        live.Platform.Delay = TimeSpan.FromMinutes(9);
        var queue = new UnreliableQueue(1) { Passes = live.Time.Advance };
        (await RunQueuedAsync(live, queue)).Verdict.ShouldBe(Verdict.Passed);
        queue.Sent.Count(item => item.Step == Domain.Runs.Queued.WorkStep.Replay).ShouldBeGreaterThan(3);
        live.Platform.Records.ShouldBe(0);
    }

    [Fact]
    public async Task What_an_earlier_run_left_for_good_does_not_keep_a_queued_run_from_ending()
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        live.Platform.Keeps = record => record.EndsWith('7');
        await live.RunAsync();
        live.Platform.Records.ShouldBeGreaterThan(0);
        var queue = new UnreliableQueue(5) { Passes = live.Time.Advance };
        var run = await RunQueuedAsync(live, queue);
        run.Verdict.ShouldBe(Verdict.Passed);
        run.Target!.LeftBehind.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(30)]
    public async Task Looks_that_lie_further_apart_than_a_step_lasts_are_looks_all_the_same(int minutes)
    {
        using var live = await new LiveGuarded(
            "every: 1m, unchanged: 3, deadline: 20m",
            $"every: {minutes}m, unchanged: 3, deadline: 6h"
        ).ApprovedAsync();
        var queue = new UnreliableQueue(5) { Passes = live.Time.Advance };
        (await RunQueuedAsync(live, queue)).Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public async Task The_janitor_leaves_a_queued_run_alone_that_pauses()
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        live.Platform.Delay = TimeSpan.FromMinutes(9);
        live.Time.Advance(TimeSpan.FromMinutes(1));
        var workspaces = new OneWorkspace(live.Guarded);
        var queue = new UnreliableQueue(1) { Passes = live.Time.Advance };
        var ordered = await new OrderRun(workspaces, queue).ExecuteAsync(
            new(OneWorkspace.Name, "test", "test", null, null),
            default
        );
        var run = ordered.ShouldBeOfType<RunOrdered.Accepted>().Run;
        var steps = new TakeStep(workspaces, queue);
        await steps.ExecuteAsync(new(OneWorkspace.Name, run, Domain.Runs.Queued.WorkStep.Start), default);
        await steps.ExecuteAsync(new(OneWorkspace.Name, run, Domain.Runs.Queued.WorkStep.Replay), default);
        var there = live.Platform.Records;
        there.ShouldBeGreaterThan(0);
        await new Application.Live.Janitor(live.Guarded.Context).ExecuteAsync(all: true, default);
        live.Platform.Records.ShouldBe(there);
        await queue.DrainAsync(steps);
        (await live.Guarded.Context.Stores.Runs.FindAsync(run, default))
            .ShouldNotBeNull()
            .Verdict.ShouldBe(Verdict.Passed);
        live.Platform.Records.ShouldBe(0);
    }

    private static async Task<RunRecord> RunQueuedAsync(LiveGuarded live, UnreliableQueue queue)
    {
        live.Time.Advance(TimeSpan.FromMinutes(1));
        var workspaces = new OneWorkspace(live.Guarded);
        var ordered = await new OrderRun(workspaces, queue).ExecuteAsync(
            new(OneWorkspace.Name, "test", "test", null, null),
            default
        );
        var run = ordered.ShouldBeOfType<RunOrdered.Accepted>().Run;
        await queue.DrainAsync(new TakeStep(workspaces, queue));
        return (await live.Guarded.Context.Stores.Runs.FindAsync(run, default)).ShouldNotBeNull();
    }

    private static async Task<int> CountAsync(LiveGuarded live)
    {
        var bomb = new Bomb(int.MaxValue);
        Place(live, bomb);
        (await live.RunAsync()).Verdict.ShouldBe(Verdict.Passed);
        return bomb.Steps;
    }

    private static async Task KillAsync(LiveGuarded live, int step)
    {
        Place(live, new(step));
        await Should.ThrowAsync<KilledException>(() => live.RunAsync());
    }

    private static void Place(LiveGuarded live, Bomb bomb)
    {
        live.Guarded.AroundJournal = journal => new MinedJournal(journal, bomb);
        live.Platform.Around = (_, _) => bomb.Tick();
    }
}
