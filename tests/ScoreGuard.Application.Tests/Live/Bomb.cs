using ScoreGuard.Application.Tests.Runs.Queued;

namespace ScoreGuard.Application.Tests.Live;

/// <summary>Kills a process at one of its steps, as if it ended: nothing is caught, nothing tidied.</summary>
internal sealed class Bomb(int at)
{
    public int Steps { get; private set; }

    /// <summary>Whether everything after it fails too: the process is gone for good.</summary>
    public bool StaysDead { get; init; } = true;

    public void Tick()
    {
        if (Steps++ == at || (StaysDead && Steps > at))
        {
            throw new KilledException("replay");
        }
    }
}
