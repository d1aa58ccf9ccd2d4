using ScoreGuard.Application.Runs.Queued;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain;
using ScoreGuard.Functions.Observing;

namespace ScoreGuard.Functions.Work;

/// <summary>What the clock makes the app do.</summary>
internal sealed class Schedule(
    IWorkspaces workspaces,
    OrderRun orders,
    SweepRuns sweep,
    Mailing mailing,
    ILogger<Schedule> log
)
{
    /// <summary>Longer than a step may take, so that nobody's work is done twice without need.</summary>
    private static readonly TimeSpan Stalled = StepRunner.Deadline + TimeSpan.FromMinutes(2);

    /// <summary>Orders a run of every workspace. The same occurrence again orders nothing new.</summary>
    /// <exception cref="Domain.Faults.StorageFault">Some could not be ordered; do it again.</exception>
    public async Task RunAllAsync(DateTimeOffset occurrence, CancellationToken cancellationToken)
    {
        var names = await workspaces.ListAsync(cancellationToken);
        Events.Heartbeat(log, names.Length);
        var faults = new List<Exception>();
        foreach (var name in names)
        {
            try
            {
                await OrderAsync(name, new(occurrence.ToUnixTimeMilliseconds()), cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // One workspace's trouble is not the others'.
                Events.OrderRefused(log, name, Fault.Of(fault));
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
        var picked = await sweep.ExecuteAsync(Stalled, cancellationToken);
        if (picked > 0)
        {
            Events.PickedUp(log, picked);
        }

        foreach (var name in await workspaces.ListAsync(cancellationToken))
        {
            await mailing.SendAsync(name, cancellationToken);
        }

        await mailing.DigestAsync(cancellationToken);
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
