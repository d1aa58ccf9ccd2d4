using ScoreGuard.Domain.Replay.Clock;
using ScoreGuard.Domain.Replay.Criteria;

namespace ScoreGuard.Domain.Replay.Compiled;

/// <param name="Index">Place among all transitions.</param>
/// <param name="After">Milliseconds; 0: none.</param>
/// <param name="Guard">Null: none is known.</param>
/// <param name="IsSteady">Its <c>when</c> looks at fields alone: while they stay, its answer does.</param>
internal sealed record CompiledTransition(
    int Index,
    string Id,
    int To,
    TypeSet? On,
    Node? Where,
    long After,
    Condition? When,
    ScoreGuard? Guard,
    bool IsSteady,
    int[] Reset
);

/// <param name="Transitions">Those that leave the stage, in document order.</param>
/// <param name="Aging">Concerns the transitions that need no activity.</param>
/// <param name="Hears">By activity type, whether some of the transitions wait for it.</param>
/// <param name="Afters">The times in the stage at which an <c>after</c> falls due; ascending, each once.</param>
internal sealed record CompiledStage(
    string Name,
    CompiledTransition[] Transitions,
    long[] Afters,
    bool[] Hears,
    bool IsRouted,
    CompiledSla[] Slas,
    AgingWakes Aging
);

/// <summary>Whether points that age, with nothing else happening, can let a transition be taken.</summary>
internal enum AgingWakes : byte
{
    /// <summary>No transition that needs no activity looks at scores.</summary>
    Never,

    /// <summary>They ask scores only to be high enough: points that fade never help, penalties that fade do.</summary>
    WhereScoresMayRise,

    Always,
}

internal sealed record CompiledRoute(string Id, Condition? When, string To, long Alert);

/// <param name="Place">Place among all SLAs.</param>
/// <param name="Calendar">Null: all time is open.</param>
internal sealed record CompiledSla(
    int Place,
    string Id,
    long Within,
    BusinessCalendar? Calendar,
    Condition? When,
    TypeSet? Restart
);
