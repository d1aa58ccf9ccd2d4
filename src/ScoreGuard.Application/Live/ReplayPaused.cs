namespace ScoreGuard.Application.Live;

/// <summary>The step is over before the replay; its journal knows where to go on.</summary>
internal sealed class ReplayPaused(TimeSpan wait) : Exception("The replay goes on in a later step.")
{
    /// <summary>Before it is worth going on.</summary>
    public TimeSpan Wait { get; } = wait;
}
