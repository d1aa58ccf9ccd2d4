using ScoreGuard.Domain.Replay.Compiled;
using ScoreGuard.Domain.Replay.Criteria;
using ScoreGuard.Domain.Replay.Leads;
using ScoreGuard.Domain.Replay.Points;

namespace ScoreGuard.Domain.Replay.Clock;

/// <summary>Replays lead after lead through one model: the clock of section 6 of the specification.</summary>
internal sealed partial class LeadReplay<T> : LeadState
    where T : struct, IMilli<T>
{
    private const long Never = long.MaxValue;
    private const long Day = Instant.MillisecondsPerDay;

    private readonly CompiledModel model;
    private readonly long[] idleDue;
    private BoundLead lead = new();
    private long enteredAt;
    private int nextAfter;
    private long afterAt;
    private long lastMidnight;
    private long nextMidnight;
    private bool isQuietMidnight;

    private LeadReplay(CompiledModel model)
    {
        this.model = model;
        idleDue = new long[model.IdleRules.Length];
        ledger = new Ledger<T>(model);
        limits = [.. model.Limits.Select(l => new LimitMemory(l))];
        sensitivities = model.Sensitivities ?? new long[model.Dimensions.Length];
        contributes = new bool[model.AttributeRuleCount];
        isKept = new bool[model.AttributeRuleCount];
        attributeSlots = new T[model.SlotCount];
        dimensions = new DimensionState[model.Dimensions.Length];
        takenIn = new long[model.TransitionCount];
        heldIn = new long[model.TransitionCount];
        heldUntil = new T[model.TransitionCount];
        terms = [.. model.Dimensions.Select(d => new T[d.Terms?.Length ?? 0])];
    }

    public LeadRecord Record { get; } = new();

    /// <summary>Told of every step; null: nobody listens.</summary>
    public IReplayTrace? Trace { get; set; }

    public static LeadReplay<T> For(CompiledModel model) =>
        new(model)
        {
            UnknownFields = model.FieldBits.Words,
            Visits = new int[model.Stages.Length],
            Counters = [.. model.Counters.Select(c => new ActivityCounter(c.Within))],
        };

    /// <summary>Lets everything happen that is due at or before <paramref name="asOf"/>; the state is then that of <paramref name="asOf"/>.</summary>
    public void Run(BoundLead boundLead, long asOf)
    {
        lead = boundLead;
        Reset();
        if (Create())
        {
            RunClock(asOf);
        }

        MoveTo(asOf);
        Trace?.Step(ReplayStep.AsOf, asOf, activity: -1);
    }

    private void Reset()
    {
        Record.Reset();
        ledger.Reset();
        Fields = lead.Fields;
        Properties = lead.Properties;
        PropertyBase = 0;
        Stage = -1;
        Array.Clear(Visits);
        foreach (var counter in Counters)
        {
            counter.Reset();
        }

        foreach (ref var limit in limits.AsSpan())
        {
            limit.Reset();
        }

        ResetValues();
        afterAt = Never;
        slasOfStage = 0;
        upheaval++;
        rise = default;
        isQuietMidnight = false;
        nextMidnight = Never;
    }

    private bool Create()
    {
        MoveTo(lead.CreatedAt);
        lastMidnight = lead.CreatedAt / Day * Day;
        foreach (var rule in model.IdleRules)
        {
            idleDue[rule.Place] = Now + rule.After;
        }

        Trace?.Step(ReplayStep.Creation, Now, activity: -1);
        TakeFields(row: 0);
        if (model.StartStage >= 0)
        {
            Enter(model.StartStage, transition: null);
        }

        return EndStep(activityType: -1);
    }

    private void RunClock(long asOf)
    {
        var activity = 0;
        while (true)
        {
            var activityAt = activity < lead.ActivityCount ? lead.Activities[activity].At : Never;
            var (idleAt, idleRule) = NextIdle();
            var next = Math.Min(Math.Min(activityAt, idleAt), Math.Min(afterAt, nextMidnight));
            if (next > asOf)
            {
                return;
            }

            MoveTo(next);
            isQuietMidnight = false;
            var goesOn =
                activityAt == next ? TakeActivity(activity++)
                : idleAt == next ? TakeIdle(model.IdleRules[idleRule])
                : afterAt == next ? TakeAfter()
                : TakeMidnight();
            if (!goesOn)
            {
                return;
            }
        }
    }

    private void MoveTo(long instant)
    {
        Now = instant;
        epoch++;
    }

    private bool TakeActivity(int index)
    {
        ref readonly var activity = ref lead.Activities[index];
        Trace?.Step(ReplayStep.Activity, Now, index);
        var type = model.Types[activity.Type];
        setOff = index * model.ActivityWords;
        PropertyBase = activity.PropertyRow * model.PropertyBits.Words;
        if (activity.FieldRow != 0)
        {
            TakeFields(activity.FieldRow);
        }

        if (type.RestartsSlas)
        {
            RestartSlas(type);
        }

        foreach (var moved in type.MovedIdleRules)
        {
            idleDue[moved] = Now + model.IdleRules[moved].After;
        }

        if (Trace is null)
        {
            SetOff(type);
        }
        else
        {
            SetOffTraced(type, activity.FieldRow);
        }

        return EndStep(activity.Type);
    }

    private (long At, int Rule) NextIdle()
    {
        var at = Never;
        var rule = -1;
        for (var i = 0; i < idleDue.Length; i++)
        {
            if (idleDue[i] < at)
            {
                at = idleDue[i];
                rule = i;
            }
        }

        return (at, rule);
    }

    private bool TakeIdle(CompiledIdleRule rule)
    {
        Trace?.Step(ReplayStep.Idle, Now, activity: -1);
        idleDue[rule.Place] = rule.Every == 0 ? Never : Now + rule.Every;
        Take(rule, IsTrue(rule.When));
        return EndStep(activityType: -1);
    }

    private bool TakeAfter()
    {
        Trace?.Step(ReplayStep.After, Now, activity: -1);
        PlanAfter(nextAfter + 1);
        return EndStep(activityType: -1);
    }

    /// <param name="which">Of the times in the present stage at which an <c>after</c> falls due.</param>
    private void PlanAfter(int which)
    {
        var afters = model.Stages[Stage].Afters;
        nextAfter = which;
        afterAt = which < afters.Length ? enteredAt + afters[which] : Never;
    }

    private bool TakeMidnight()
    {
        Trace?.Step(ReplayStep.Midnight, Now, activity: -1);
        lastMidnight = Now;
        var transitions = Record.History.Count;
        isQuietMidnight = true;
        foreach (var rule in model.MidnightRules)
        {
            var asked = IsTrue(rule.When);
            // Whether it fires or a limit refuses it, the next midnight may be another.
            isQuietMidnight &= !asked;
            Take(rule, asked);
        }

        if (!Settle(activityType: -1))
        {
            return false;
        }

        isQuietMidnight &= Record.History.Count == transitions;
        Remember();
        PlanMidnight();
        return true;
    }

    /// <returns>False where the settle found a loop: no further step happens.</returns>
    private bool EndStep(int activityType)
    {
        if (!Settle(activityType))
        {
            return false;
        }

        Remember();
        PlanMidnight();
        return true;
    }

    /// <summary>
    /// A midnight at which nothing can be other than at the end of this step is left out: without it a quiet year
    /// would cost 365 steps.
    /// </summary>
    private void PlanMidnight()
    {
        if (!model.HasMidnights)
        {
            return;
        }

        var wake = model.MidnightRules.Length > 0 && !isQuietMidnight ? Now : NextChangeByTime();
        nextMidnight = wake == Never ? Never : Math.Max((wake + Day - 1) / Day * Day, lastMidnight + Day);
    }

    private long NextChangeByTime()
    {
        var next = AgingMatters() ? NextAging() : Never;
        foreach (var counter in model.WindowedDids)
        {
            next = Math.Min(next, Counters[counter].NextChange(Now));
        }

        return next;
    }

    private bool AgingMatters() =>
        model.MidnightRules.Length > 0
        || (
            Stage >= 0
            && model.Stages[Stage].Aging is var aging
            && (aging == AgingWakes.Always || (aging == AgingWakes.WhereScoresMayRise && ledger.MayRise))
        );

    private long NextAging()
    {
        for (var d = 0; d < model.Dimensions.Length; d++)
        {
            dimensions[d].IsCurrent &= !ledger.AgeTo(d, Now);
        }

        return ledger.NextChange();
    }

    private bool IsTrue(Condition? condition) => condition is null || condition.IsTrue(this);
}
