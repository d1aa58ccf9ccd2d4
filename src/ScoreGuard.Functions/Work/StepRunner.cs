using System.Diagnostics;
using ScoreGuard.Application.Runs.Queued;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Functions.Observing;

namespace ScoreGuard.Functions.Work;

/// <summary>Takes steps within their deadline, and says what came of them.</summary>
internal sealed class StepRunner(TakeStep steps, Mailing mailing, TimeProvider time, ILogger<StepRunner> log)
{
    /// <summary>Below the host's functionTimeout of 10 minutes, which kills the process with every other call in it.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromMinutes(8);

    /// <summary>After so many failed attempts a step's run is given up; host.json has the same number for the queue.</summary>
    public const int MostAttempts = 5;

    /// <param name="queuedAt">Since when it waited; null: nobody knows.</param>
    /// <exception cref="Exception">Whatever the step failed of; it has to come again.</exception>
    public async Task RunAsync(WorkItem item, DateTimeOffset? queuedAt, CancellationToken cancellationToken)
    {
        var startedAt = time.GetUtcNow();
        if (queuedAt is { } since)
        {
            Telemetry.Waited(startedAt - since);
        }

        using var activity = Telemetry.Source.StartActivity($"step {item.Step}");
        activity?.SetTag("workspace", item.Workspace).SetTag("run", item.Run).SetTag("part", item.Part);
        using var limit = new CancellationTokenSource(Deadline, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var started = time.GetTimestamp();
        try
        {
            var result = await steps.ExecuteAsync(item, stop.Token);
            Tell(item, result, time.GetElapsedTime(started));
            if (result.Finished is not null)
            {
                await mailing.SendAfterStepAsync(item.Workspace, startedAt, cancellationToken);
            }
        }
        catch (Exception fault)
        {
            activity?.SetStatus(ActivityStatusCode.Error, fault.GetType().Name);
            Events.StepFailed(log, item.Workspace, item.Run, item.Step, item.Part, Fault.Of(fault));
            throw;
        }
    }

    /// <summary>Ends the run of a step that failed too often.</summary>
    public Task GiveUpAsync(WorkItem item, CancellationToken cancellationToken) =>
        GiveUpAsync(item, $"The step `{item.Step}` failed again and again.", cancellationToken);

    /// <summary>Ends a run that cannot be helped.</summary>
    public async Task GiveUpAsync(WorkItem item, string why, CancellationToken cancellationToken)
    {
        try
        {
            var result = await steps.GiveUpAsync(item, why, cancellationToken);
            if (result.Moved)
            {
                Events.GivenUp(log, item.Workspace, item.Run, item.Step, item.Part);
            }

            Tell(item, result, TimeSpan.Zero);
        }
        catch (Exception fault)
        {
            Events.NotGivenUp(log, item.Workspace, item.Run, Fault.Of(fault));
            throw;
        }
    }

    private void Tell(WorkItem item, StepResult result, TimeSpan elapsed)
    {
        Events.StepTaken(log, item.Workspace, item.Run, item.Step, item.Part, result.Moved, elapsed.TotalMilliseconds);
        if (result.Leads > 0)
        {
            Telemetry.Replayed(item.Workspace, result.Leads, elapsed);
        }

        if (result.Untold is { } untold)
        {
            Events.Untold(log, item.Workspace, item.Run, Fault.Of(untold));
        }

        if (result.Finished is { } run)
        {
            Telemetry.Finished(item.Workspace, run);
            Events.RunFinished(
                log,
                item.Workspace,
                run.Kind,
                run.Id,
                VerdictCode.Of(run.Verdict),
                run.Figures.Leads,
                run.Figures.Gained,
                run.Figures.Lost,
                run.Figures.ChangedOtherwise
            );
        }
    }
}
