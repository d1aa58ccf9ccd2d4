namespace ScoreGuard.Domain.Replay.Clock;

/// <summary>What a replay writes down on its way; instants in Unix milliseconds, names as indexes.</summary>
internal sealed class LeadRecord
{
    public List<(int Stage, long At, int Transition)> History { get; } = [];

    /// <summary><c>Route</c> -1: the default.</summary>
    public List<(long At, int Stage, int Route)> Routes { get; } = [];

    public List<SlaClock> Slas { get; } = [];

    /// <summary>How many of the lead's notes were reached by the clock.</summary>
    public int Notes { get; set; }

    /// <summary>The instants of the rows of fields that were reached.</summary>
    public List<long> RowInstants { get; } = [];

    /// <summary>The instant of the settle that found a loop of transitions; null: none did.</summary>
    public long? LoopAt { get; set; }

    public void Reset()
    {
        History.Clear();
        Routes.Clear();
        Slas.Clear();
        RowInstants.Clear();
        Notes = 0;
        LoopAt = null;
    }
}

/// <param name="LeftAt">Null: still in the stage.</param>
internal readonly record struct SlaClock(Compiled.CompiledSla Sla, long At, long Due, long? LeftAt)
{
    public SlaStatus StatusAt(long asOf) =>
        LeftAt is { } left ? (left <= Due ? SlaStatus.Met : SlaStatus.Breached)
        : asOf > Due ? SlaStatus.Breached
        : SlaStatus.Open;
}

internal enum SlaStatus : byte
{
    Open,
    Met,
    Breached,
}
