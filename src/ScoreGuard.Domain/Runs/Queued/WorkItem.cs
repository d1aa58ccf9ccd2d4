namespace ScoreGuard.Domain.Runs.Queued;

/// <summary>One step of one run, as it is sent to whichever worker takes it. It may arrive twice, late, or out of order.</summary>
/// <param name="Part">With <see cref="WorkStep.Replay"/>: which part, from 0.</param>
public sealed record WorkItem(string Workspace, string Run, WorkStep Step, int Part = 0);

public enum WorkStep
{
    /// <summary>Takes its turn if the workspace is free, and plans the parts.</summary>
    Start,

    /// <summary>Replays one part.</summary>
    Replay,

    /// <summary>Compares, judges, records, reports.</summary>
    Conclude,
}
