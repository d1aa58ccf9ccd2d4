using ScoreGuard.Domain.Replay.Points;
using ScoreGuard.Domain.Replay.Values;

namespace ScoreGuard.Domain.Replay.Criteria;

/// <summary>What criteria can see of a lead at the present instant of its clock.</summary>
internal abstract class LeadState
{
    /// <summary>What field matchers say: from <see cref="FieldBase"/> the words of true ones, then those of unknown ones.</summary>
    public ulong[] Fields { get; protected set; } = [];

    public int FieldBase { get; protected set; }

    /// <summary>From where in a row the words of unknown ones stand: how many there are.</summary>
    public required int UnknownFields { get; init; }

    /// <summary>What property matchers say, by word; those of the activity being read, or traced, begin at <see cref="PropertyBase"/>.</summary>
    public Answers[] Properties { get; protected set; } = [];

    public int PropertyBase { get; protected set; }

    /// <summary>Index of the current stage; -1: none yet, or no lifecycle.</summary>
    public int Stage { get; protected set; } = -1;

    /// <summary>How often each stage was entered.</summary>
    public required int[] Visits { get; init; }

    /// <summary>Matching activities so far, one for each <c>did</c> and <c>count</c>.</summary>
    public required ActivityCounter[] Counters { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public long Now { get; protected set; }

    /// <summary>The class of a dimension's present value; -1: missing.</summary>
    public abstract int ScoreClass(int dimension, NumberClasses classes);
}
