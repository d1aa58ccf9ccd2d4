using ScoreGuard.Domain.Replay.Compiled;

namespace ScoreGuard.Domain.Replay.Clock;

/// <content>Settling, and what happens on entering a stage (section 6).</content>
internal sealed partial class LeadReplay<T>
{
    private const int MaxTransitionsOfASettle = 32;

    // The settle in which each transition was last taken; an activity has exactly one.
    private readonly long[] takenIn;
    private long settle;

    // What transitions were found to lack: as long as the upheaval is the same, scores rise by what fires and no more.
    private readonly long[] heldIn;
    private readonly long[] sensitivities;
    private readonly T[] heldUntil;
    private long upheaval;
    private T rise;

    private Quiet quiet;

    // The clocks of the present stay are the last ones of the record, from here.
    private int slasOfStage;

    /// <param name="activityType">-1: the step is no activity.</param>
    /// <returns>False where a 33rd transition could be taken.</returns>
    private bool Settle(int activityType)
    {
        if (Stage < 0 || IsQuiet(activityType))
        {
            return true;
        }

        settle++;
        var type = activityType >= 0 ? model.Types[activityType] : null;
        for (var taken = 0; FirstTransition(type) is { } transition; taken++)
        {
            if (taken == MaxTransitionsOfASettle)
            {
                Record.LoopAt = Now;
                return false;
            }

            takenIn[transition.Index] = settle;
            Enter(transition.To, transition);
        }

        return true;
    }

    /// <summary>How long no transition of the present stage can be taken, unless it is on an activity.</summary>
    /// <param name="Upheaval">As long as it is the same; 0: not at all.</param>
    /// <param name="Until">An <c>after</c> is then over.</param>
    /// <param name="HasLimit">Whether <paramref name="Limit"/> says anything.</param>
    /// <param name="Limit">As long as <see cref="rise"/> is below it.</param>
    private readonly record struct Quiet(long Upheaval, long Until, bool HasLimit, T Limit);

    private bool IsQuiet(int activityType) =>
        quiet.Upheaval == upheaval
        && Now < quiet.Until
        && (!quiet.HasLimit || rise < quiet.Limit)
        && (activityType < 0 || !model.Stages[Stage].Hears[activityType]);

    /// <summary>Where none is taken, it is known what has to happen before the next answer can be other.</summary>
    private CompiledTransition? FirstTransition(CompiledType? type)
    {
        var found = new Quiet(Trace is null ? upheaval : 0, Never, HasLimit: false, Limit: default);
        foreach (var transition in model.Stages[Stage].Transitions)
        {
            var answer = Ask(transition, type);
            Trace?.Transition(transition, this, answer);
            if (answer == TransitionAnswer.Taken)
            {
                return transition;
            }

            if (transition.On is null)
            {
                found = Narrowed(found, transition, answer);
            }
        }

        quiet = found;
        return null;
    }

    private Quiet Narrowed(Quiet found, CompiledTransition transition, TransitionAnswer answer)
    {
        if (answer == TransitionAnswer.TooEarly)
        {
            return found with { Until = Math.Min(found.Until, enteredAt + transition.After) };
        }

        if (IsHeld(transition))
        {
            var limit = heldUntil[transition.Index];
            return found.HasLimit && found.Limit < limit ? found : found with { HasLimit = true, Limit = limit };
        }

        return transition.IsSteady ? found : found with { Upheaval = 0 };
    }

    private TransitionAnswer Ask(CompiledTransition transition, CompiledType? type)
    {
        if (transition.On is not null)
        {
            if (type?.TransitionBits[transition.Index] is not (>= 0 and var bit))
            {
                return TransitionAnswer.OtherActivity;
            }

            if (takenIn[transition.Index] == settle)
            {
                return TransitionAnswer.AlreadyTaken;
            }

            if (!IsSetOff(bit))
            {
                return TransitionAnswer.WhereIsNotTrue;
            }
        }

        return Now - enteredAt < transition.After ? TransitionAnswer.TooEarly
            : IsHeld(transition) ? TransitionAnswer.WhenIsNotTrue
            : AskWhen(transition);
    }

    /// <summary>Whether too few points have come in since the transition's guard was last asked to reach it.</summary>
    private bool IsHeld(CompiledTransition transition) =>
        heldIn[transition.Index] == upheaval && rise < heldUntil[transition.Index];

    private TransitionAnswer AskWhen(CompiledTransition transition)
    {
        // The guard first: without it nothing else need be asked.
        if (
            model.Sensitivities is not null
            && Trace is null
            && transition.Guard is { } guard
            && TryValue(guard.Dimension, out var value)
            && value < T.FromMilli(guard.Milli)
        )
        {
            heldIn[transition.Index] = upheaval;
            heldUntil[transition.Index] = rise + (T.FromMilli(guard.Milli) - value);
            return TransitionAnswer.WhenIsNotTrue;
        }

        return IsTrue(transition.When) ? TransitionAnswer.Taken : TransitionAnswer.WhenIsNotTrue;
    }

    private void Enter(int stage, CompiledTransition? transition)
    {
        for (var i = slasOfStage; i < Record.Slas.Count; i++)
        {
            Record.Slas[i] = Record.Slas[i] with { LeftAt = Now };
        }

        slasOfStage = Record.Slas.Count;
        Stage = stage;
        enteredAt = Now;
        PlanAfter(0);
        Visits[stage]++;
        epoch++;
        upheaval++;
        Record.History.Add((stage, Now, transition?.Index ?? -1));
        var entered = model.Stages[stage];
        if (entered.IsRouted)
        {
            Route(stage);
        }

        foreach (var sla in entered.Slas)
        {
            if (IsTrue(sla.When))
            {
                Record.Slas.Add(new(sla, Now, Due(sla), LeftAt: null));
            }
        }

        foreach (var dimension in transition?.Reset ?? [])
        {
            ledger.Empty(dimension);
            dimensions[dimension].IsCurrent = false;
            epoch++;
        }
    }

    private void Route(int stage)
    {
        for (var i = 0; i < model.Routes.Length; i++)
        {
            if (IsTrue(model.Routes[i].When))
            {
                Record.Routes.Add((Now, stage, i));
                return;
            }
        }

        if (model.DefaultRoute is not null)
        {
            Record.Routes.Add((Now, stage, -1));
        }
    }

    private void RestartSlas(CompiledType type)
    {
        for (var i = slasOfStage; i < Record.Slas.Count; i++)
        {
            var clock = Record.Slas[i];
            if (type.SlaRestarts[clock.Sla.Place])
            {
                Record.Slas[i] = new(clock.Sla, Now, Due(clock.Sla), LeftAt: null);
            }
        }
    }

    private long Due(CompiledSla sla) => sla.Calendar?.Due(Now, sla.Within) ?? Now + sla.Within;
}
