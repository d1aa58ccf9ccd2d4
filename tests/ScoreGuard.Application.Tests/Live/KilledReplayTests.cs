using System.Collections.Immutable;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Targets;

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

    /// <summary>As if the process ended: nothing is caught, nothing tidied.</summary>
    private sealed class KilledException : Exception;

    private sealed class Bomb(int at)
    {
        public int Steps { get; private set; }

        public void Tick()
        {
            if (Steps++ >= at)
            {
                throw new KilledException();
            }
        }
    }

    private sealed class MinedJournal(IReplayJournal journal, Bomb bomb) : IReplayJournal
    {
        public Task<ImmutableArray<string>> ListAsync(CancellationToken cancellationToken) =>
            journal.ListAsync(cancellationToken);

        public Task<ImmutableArray<JournalEntry>> ReadAsync(string mark, CancellationToken cancellationToken) =>
            journal.ReadAsync(mark, cancellationToken);

        public async Task<bool> TryAppendAsync(
            string mark,
            int number,
            JournalEntry entry,
            CancellationToken cancellationToken
        )
        {
            bomb.Tick();
            var done = await journal.TryAppendAsync(mark, number, entry, cancellationToken);
            bomb.Tick();
            return done;
        }

        public async Task RemoveAsync(string mark, CancellationToken cancellationToken)
        {
            bomb.Tick();
            await journal.RemoveAsync(mark, cancellationToken);
            bomb.Tick();
        }
    }
}
