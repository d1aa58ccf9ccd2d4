using ScoreGuard.Application.Decisions;
using ScoreGuard.Application.Runs.Queued;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Storage.Folder;

namespace ScoreGuard.Application.Tests.Runs.Queued;

/// <summary>
/// A worker is killed at each single call to its store, before it and after it; another one takes the step again. Whatever
/// the moment, the run ends as the undisturbed one.
/// </summary>
public sealed class KilledWorkerTests
{
    [Theory]
    [InlineData(Verdict.Drift)]
    [InlineData(Verdict.Passed)]
    [InlineData(Verdict.NoBaseline)]
    [InlineData(Verdict.Approved)]
    public async Task A_run_ends_with_the_undisturbed_verdict_wherever_its_worker_is_killed(Verdict verdict)
    {
        var struck = true;
        for (var call = 1; struck; call++)
        {
            foreach (var moment in (Moment[])[Moment.Before, Moment.After])
            {
                var fate = new Fate(call, moment);
                using var guarded = await PreparedAsync(verdict);
                var (record, baselines) = await RunAsync(guarded, fate);
                record.Verdict.ShouldBe(verdict, $"killed {moment} call {call}");
                baselines.ShouldBe(
                    verdict switch
                    {
                        Verdict.NoBaseline => 0,
                        Verdict.Approved => 2,
                        _ => 1,
                    },
                    $"killed {moment} call {call}"
                );
                struck = fate.Struck;
            }

            call.ShouldBeLessThan(500, "a run asks its store without end");
        }
    }

    private static async Task<Guarded> PreparedAsync(Verdict verdict)
    {
        var guarded = new Guarded();
        if (verdict != Verdict.NoBaseline)
        {
            await guarded.ApprovedAsync();
        }

        if (verdict == Verdict.Approved)
        {
            var preview = await guarded.PreviewAsync(
                Guarded.Model.Replace("points: 50", "points: 30", StringComparison.Ordinal)
            );
            (await guarded.DecideAsync(preview.Id)).ShouldBeOfType<DecisionOutcome.Recorded>();
        }

        if (verdict is Verdict.Drift or Verdict.Approved)
        {
            guarded.EditModel("points: 50", "points: 30");
        }

        return guarded;
    }

    private static async Task<(RunRecord Record, int Baselines)> RunAsync(Guarded guarded, Fate fate)
    {
        var workspaces = new OneWorkspace(guarded);
        var queue = new UnreliableQueue(fate.GetHashCode());
        var order = new RunOrder(OneWorkspace.Name, "test", "Ann", null, null);
        var accepted = (
            await new OrderRun(workspaces, queue).ExecuteAsync(order, default)
        ).ShouldBeOfType<RunOrdered.Accepted>();
        workspaces.Stores = stores =>
            stores with
            {
                LeadShards = Mortal.Of(stores.LeadShards, fate),
                OutcomeShards = Mortal.Of(stores.OutcomeShards, fate),
                Models = Mortal.Of(stores.Models, fate),
                LeadSets = Mortal.Of(stores.LeadSets, fate),
                Outcomes = Mortal.Of(stores.Outcomes, fate),
                Baselines = Mortal.Of(stores.Baselines, fate),
                Runs = Mortal.Of(stores.Runs, fate),
                Lock = Mortal.Of(stores.Lock, fate),
            };
        workspaces.Tickets = tickets => Mortal.Of(tickets, fate);
        workspaces.Files = files => Mortal.Of(files, fate);
        var steps = new TakeStep(workspaces, queue);
        await queue.DrainAsync(steps);

        var store = FolderStores.Open(guarded.StorePath);
        (await store.Tickets.ListAsync(default)).ShouldBeEmpty();
        (await store.Tickets.FindTurnAsync(default)).ShouldBeNull();
        (await store.Files.FindAsync(accepted.Run, "report.html", default)).ShouldNotBeNull().Dispose();
        var record = (await store.Runs.FindAsync(accepted.Run, default)).ShouldNotBeNull();
        return (record, (await store.Baselines.ListAsync(default)).Length);
    }
}
