using ScoreGuard.Domain.Replay.Compiled;
using ScoreGuard.Domain.Replay.Criteria;

namespace ScoreGuard.Domain.Replay.Clock;

/// <summary>Is told what a replay does, as it does it.</summary>
internal interface IReplayTrace
{
    /// <param name="activity">Index of the activity; -1: the step is none.</param>
    void Step(ReplayStep step, long at, int activity);

    /// <param name="asked">Everything but the limit let it fire.</param>
    /// <param name="milli">What is granted, after the limit's cut; thousandths of a point.</param>
    void Rule(CompiledFiringRule rule, LeadState lead, bool asked, bool fires, long milli);

    /// <param name="isActivity">The step is an activity.</param>
    void Transition(CompiledTransition transition, LeadState lead, bool isActivity, bool taken);
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
