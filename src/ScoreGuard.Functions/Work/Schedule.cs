using System.Collections.Immutable;
using ScoreGuard.Application.Runs.Queued;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Functions.Observing;

namespace ScoreGuard.Functions.Work;

/// <summary>What the clock makes the app do.</summary>
internal sealed class Schedule(
    IWorkspaces workspaces,
    OrderRun orders,
    SweepRuns sweep,
    StepRunner steps,
    Mailing mailing,
    TimeProvider time,
    ILogger<Schedule> log
)
{
    /// <summary>How often an occurrence is tried again of which not every run could be ordered; RunsTimer's function.json has the same numbers.</summary>
    public const int MostRetries = 5;

    public static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    /// <summary>In events: what is said holds for every workspace.</summary>
    private const string EveryWorkspace = "*";

    /// <summary>Longer than a step may take, so that nobody's work is done twice without need.</summary>
    private static readonly TimeSpan Stalled = StepRunner.Deadline + TimeSpan.FromMinutes(2);

    /// <summary>Orders a run of every workspace. The same occurrence again orders nothing new.</summary>
    /// <param name="isLast">Nobody does it again for this occurrence: what cannot be ordered now is lost, and told as such.</param>
    /// <exception cref="Domain.Faults.StorageFault">Some could not be ordered; do it again.</exception>
    public async Task RunAllAsync(DateTimeOffset occurrence, bool isLast, CancellationToken cancellationToken)
    {
        var faults = new List<Exception>();
        foreach (var name in await ListAsync(occurrence, isLast, cancellationToken))
        {
            try
            {
                await OrderAsync(name, new(occurrence.ToUnixTimeMilliseconds()), cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // One workspace's trouble is not the others'.
                TellNotOrdered(name, occurrence, isLast, fault);
                faults.Add(fault);
            }
        }

        if (faults.Count > 0)
        {
            throw faults[0];
        }
    }

    /// <summary>Picks up what lost its worker, and mails that are due.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var started = time.GetUtcNow();
        var names = await workspaces.ListAsync(cancellationToken);
        foreach (var name in names)
        {
            try
            {
                await SweepAsync(name, cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // Neither the others' runs nor anybody's mail waits for it.
                Events.SweepFailed(log, name, Fault.Of(fault));
            }
        }

        await mailing.SweepAsync(names, started, cancellationToken);
    }

    private async Task SweepAsync(string name, CancellationToken cancellationToken)
    {
        switch (await sweep.ExecuteAsync(name, Stalled, cancellationToken))
        {
            case { GiveUp: { } why } run:
                await steps.GiveUpAsync(new(name, run.Run, WorkStep.Conclude), why, cancellationToken);
                break;
            case { } run:
                Events.PickedUp(log, name, run.Run);
                break;
        }
    }

    private async Task<ImmutableArray<string>> ListAsync(
        DateTimeOffset occurrence,
        bool isLast,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var names = await workspaces.ListAsync(cancellationToken);
            Events.Heartbeat(log, names.Length);
            return names;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            TellNotOrdered(EveryWorkspace, occurrence, isLast, fault);
            throw;
        }
    }

    private void TellNotOrdered(string name, DateTimeOffset occurrence, bool isLast, Exception fault)
    {
        if (isLast)
        {
            Events.NotOrdered(log, name, occurrence, Fault.Of(fault));
        }
        else
        {
            Events.OrderRefused(log, name, Fault.Of(fault));
        }
    }

    private async Task OrderAsync(string name, Instant occurrence, CancellationToken cancellationToken)
    {
        var order = new RunOrder(name, "Scheduled", "timer", null, occurrence);
        switch (await orders.ExecuteAsync(order, cancellationToken))
        {
            case RunOrdered.Accepted accepted:
                Events.Ordered(log, name, accepted.Run, accepted.Joined);
                break;
            case RunOrdered.Full full:
                Events.OrderRefused(log, name, $"{full.Waiting} runs wait already.");
                break;
        }
    }
}
