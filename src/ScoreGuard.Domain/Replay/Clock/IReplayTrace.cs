using ScoreGuard.Domain.Replay.Compiled;
using ScoreGuard.Domain.Replay.Criteria;

namespace ScoreGuard.Domain.Replay.Clock;

/// <summary>Is told what a replay does, as it does it.</summary>
internal interface IReplayTrace
{
    /// <param name="activity">Index of the activity; -1: the step is none.</param>
    void Step(ReplayStep step, long at, int activity);

    void Rule(CompiledFiringRule rule, LeadState lead, RuleAnswer answer);

    void Transition(CompiledTransition transition, LeadState lead, TransitionAnswer answer);
}

/// <param name="HasChanged">A field that the rule waits for has changed, or it waits for none.</param>
/// <param name="IsAsked">Everything but the limit lets it fire.</param>
/// <param name="IsOutOfTimes">The limit has no firing left, whatever points it has.</param>
/// <param name="Milli">What is granted, after the limit's cut; thousandths of a point.</param>
internal readonly record struct RuleAnswer(bool HasChanged, bool IsAsked, bool Fires, bool IsOutOfTimes, long Milli);

internal enum TransitionAnswer
{
    Taken,
    OtherActivity,
    AlreadyTaken,
    WhereIsNotTrue,
    TooEarly,
    WhenIsNotTrue,
}

internal enum ReplayStep
{
    Creation,
    Activity,
    Idle,
    After,
    Midnight,
    AsOf,
}
