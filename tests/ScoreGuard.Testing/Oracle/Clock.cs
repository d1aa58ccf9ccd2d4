using System.Text.Json;

namespace ScoreGuard.Testing.Oracle;

/// <summary>Section 6: the steps of one lead's replay, each looked for afresh when the one before has settled.</summary>
internal sealed class Clock
{
    private readonly JsonElement model;
    private readonly State state;
    private readonly Scores scores;
    private readonly Firings firings;
    private readonly Lifecycle lifecycle;

    /// <summary>The last due instant at which an idle rule was asked.</summary>
    private readonly Dictionary<string, long> lastAsked = new(StringComparer.Ordinal);

    /// <summary>The last due instant of a transition's <c>after</c>, with the visit that it belongs to.</summary>
    private readonly HashSet<(string Transition, int Visit)> fellDue = [];

    public Clock(JsonElement model, State state, Scores scores)
    {
        this.model = model;
        this.state = state;
        this.scores = scores;
        firings = new(state, scores);
        lifecycle = new(model, state, scores.Criteria);
    }

    /// <summary>A step, with its place among the kinds of the same instant.</summary>
    private sealed record Step(long At, int Kind, Action Happen);

    public void RunUntil(long asOf)
    {
        Happen(new(state.Lead.CreatedAt, 1, Create));
        while (state.LoopedAt is null && NextStep() is { } step && step.At <= asOf)
            Happen(step);
        state.Now = asOf;
    }

    private void Happen(Step step)
    {
        state.Now = step.At;
        step.Happen();
        if (state.LoopedAt is not null)
            return;
        foreach (var (_, rule) in model.Rules().Where(rule => rule.Rule.IsAttributeRule()))
        {
            if (scores.Criteria.AreTrue(rule))
                state.TrueAtAnEnd.Add(rule.Text("id"));
        }
    }

    // MinBy takes the first of equals: document order.
    private Step? NextStep() => Steps().MinBy(step => (step.At, step.Kind));

    private IEnumerable<Step> Steps()
    {
        if (state.Processed.Count < state.Lead.Activities.Count)
        {
            var activity = state.Lead.Activities[state.Processed.Count];
            yield return new(activity.At, 2, () => Process(activity));
        }
        foreach (var (dimension, rule) in RulesOn("idle"))
        {
            if (NextDue(rule) is { } due)
                yield return new(due, 3, () => FallDue(dimension, rule));
        }
        foreach (var transition in lifecycle.Transitions)
        {
            var visit = (transition.Text("id"), state.History.Count);
            if (
                transition.Duration("after") is { } after
                && Lifecycle.IsFrom(transition, state.Stage)
                && !fellDue.Contains(visit)
            )
            {
                yield return new(
                    state.History[^1].At + after,
                    4,
                    () =>
                    {
                        fellDue.Add(visit);
                        lifecycle.Settle(activity: null);
                    }
                );
            }
        }
        yield return new(Times.MidnightAfter(lastMidnight ?? state.Lead.CreatedAt), 5, Midnight);
    }

    private long? lastMidnight;

    private void Create()
    {
        TakeNotes(state.Lead.Attributes);
        lifecycle.Start();
        lifecycle.Settle(activity: null);
    }

    private void Process(Activity activity)
    {
        var before = state.Attributes.ToDictionary(StringComparer.Ordinal);
        state.Processed.Add(activity);
        if (activity.Type == "attribute_change")
        {
            foreach (var (name, value) in activity.Properties)
                state.Attributes[name] = value;
            TakeNotes(activity.Properties);
        }
        lifecycle.Restart(activity);
        foreach (var (dimension, rule) in model.Rules())
        {
            if (!rule.IsAttributeRule() && !IsTimed(rule) && Fires(rule, activity, before))
                firings.Fire(dimension, rule);
        }
        lifecycle.Settle(activity);
    }

    private bool Fires(JsonElement rule, Activity activity, Dictionary<string, JsonElement> before)
    {
        if (!rule.Takes("on", activity.Type) || !scores.Criteria.IsWhere(rule, activity))
            return false;
        if (rule.Find("changed") is { } changed && !changed.Names().Any(field => Changed(field, before)))
            return false;
        if (rule.Find("count") is { } count)
        {
            var sofar = scores.Criteria.Count(rule, "on", count.Duration("within"));
            if (sofar < count.Get("atLeast").GetInt32())
                return false;
        }
        return scores.Criteria.AreTrue(rule);
    }

    private bool Changed(string field, Dictionary<string, JsonElement> before)
    {
        var was = Fields.FinalValue(model, before, field);
        var now = Fields.FinalValue(model, state.Attributes, field);
        return was is null || now is null ? was is null != now is null : !was.SameAs(now);
    }

    private void FallDue(string dimension, JsonElement rule)
    {
        lastAsked[rule.Text("id")] = state.Now;
        if (scores.Criteria.AreTrue(rule))
            firings.Fire(dimension, rule);
        lifecycle.Settle(activity: null);
    }

    /// <summary>The first due instant since the base that was not asked yet.</summary>
    private long? NextDue(JsonElement rule)
    {
        var last = state.Processed.FindLast(activity =>
            rule.Find("of") is not null
                ? rule.Takes("of", activity.Type)
                : rule.Find("notOf") is null || !rule.Takes("notOf", activity.Type)
        );
        var due = (last?.At ?? state.Lead.CreatedAt) + rule.Duration("after")!.Value;
        var asked = lastAsked.GetValueOrDefault(rule.Text("id"), long.MinValue);
        while (due <= asked)
        {
            if (rule.Duration("every") is not { } every)
                return null;
            due += every;
        }
        return due;
    }

    private void Midnight()
    {
        lastMidnight = state.Now;
        foreach (var (dimension, rule) in RulesOn("midnight"))
        {
            if (scores.Criteria.AreTrue(rule))
                firings.Fire(dimension, rule);
        }
        lifecycle.Settle(activity: null);
    }

    private void TakeNotes(IReadOnlyDictionary<string, JsonElement> given)
    {
        foreach (var field in model.Entries("fields"))
        {
            var type = field.Value.Text("type");
            if (
                given.TryGetValue(field.Name, out var value)
                && !Reading.IsMissing(value)
                && Reading.Given(value, type) is null
            )
                state.Notes.Add(new(state.Now, field.Name, type));
        }
    }

    private static bool IsTimed(JsonElement rule) => rule.Names("on") is ["idle"] or ["midnight"];

    private IEnumerable<(string Dimension, JsonElement Rule)> RulesOn(string on) =>
        model.Rules().Where(rule => rule.Rule.Names("on") is [var only] && only == on);
}
