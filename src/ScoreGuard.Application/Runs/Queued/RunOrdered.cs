namespace ScoreGuard.Application.Runs.Queued;

/// <summary>What came of ordering a run.</summary>
public abstract record RunOrdered
{
    private RunOrdered() { }

    /// <param name="Run">Its name.</param>
    /// <param name="Joined">True: the same run was waiting for its turn already, and there is still only one.</param>
    public sealed record Accepted(string Run, bool Joined) : RunOrdered;

    public sealed record UnknownWorkspace : RunOrdered;

    /// <summary>So many wait for their turn that another would only make things worse.</summary>
    public sealed record Full(int Waiting) : RunOrdered;
}
