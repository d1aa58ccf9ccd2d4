using System.Text.Json;

namespace ScoreGuard.Testing.Oracle;

/// <summary>Section 6: settling, and what happens on entering and leaving a stage.</summary>
internal sealed class Lifecycle(JsonElement model, State state, Criteria criteria)
{
    private const int MostTransitions = 32;

    private JsonElement? Section => model.Find("lifecycle");

    public IEnumerable<JsonElement> Transitions => Section?.Items("transitions") ?? [];

    public void Start()
    {
        if (Section is { } lifecycle)
            Enter(lifecycle.Text("start"), transition: null);
    }

    /// <param name="activity">The activity being processed, if one is.</param>
    public void Settle(Activity? activity)
    {
        var firedOnThisActivity = new HashSet<string>(StringComparer.Ordinal);
        for (var taken = 0; ; taken++)
        {
            JsonElement? first = null;
            foreach (var transition in Transitions)
            {
                if (firedOnThisActivity.Contains(transition.Text("id")) || !CanBeTaken(transition, activity))
                    continue;
                first = transition;
                break;
            }
            if (first is not { } next)
                return;
            if (taken == MostTransitions)
            {
                state.LoopedAt = state.Now;
                return;
            }
            if (next.Find("on") is not null)
                firedOnThisActivity.Add(next.Text("id"));
            Leave();
            Enter(next.Text("to"), next);
        }
    }

    /// <summary>A restart activity makes its own instant the start of the promises of the stage that the lead is in.</summary>
    public void Restart(Activity activity)
    {
        foreach (var promise in state.Promises)
        {
            if (promise.LeftAt is not null || !promise.Sla.Takes("restart", activity.Type))
                continue;
            promise.At = state.Now;
            promise.Due = Calendar.Due(model, promise.Sla, state.Now);
        }
    }

    public static bool IsFrom(JsonElement transition, string? stage)
    {
        var from = transition.Names("from");
        return from is ["any"] ? transition.Text("to") != stage : from.Contains(stage, StringComparer.Ordinal);
    }

    private bool CanBeTaken(JsonElement transition, Activity? activity)
    {
        if (!IsFrom(transition, state.Stage))
            return false;
        if (transition.Find("on") is not null)
        {
            if (activity is null || !transition.Takes("on", activity.Type) || !criteria.IsWhere(transition, activity))
                return false;
        }
        if (transition.Duration("after") is { } after && after > state.Now - state.History[^1].At)
            return false;
        return criteria.AreTrue(transition);
    }

    private void Leave()
    {
        foreach (var promise in state.Promises.Where(promise => promise.LeftAt is null))
            promise.LeftAt = state.Now;
    }

    private void Enter(string stage, JsonElement? transition)
    {
        state.History.Add(new(stage, state.Now, transition?.Text("id")));
        Ask(stage);
        foreach (var sla in model.Items("sla").Where(sla => sla.Text("stage") == stage && criteria.AreTrue(sla)))
            state.Promises.Add(new(sla, state.Now, Calendar.Due(model, sla, state.Now)));
        foreach (var dimension in transition?.Names("reset") ?? [])
        {
            state.Ledger(dimension).Clear();
            state.Ledger(dimension).Add(new(Rule: null, state.Now, 0));
        }
    }

    private void Ask(string stage)
    {
        if (model.Find("routing") is not { } routing || !routing.Names("on").Contains(stage, StringComparer.Ordinal))
            return;
        foreach (var rule in routing.Items("rules"))
        {
            if (!criteria.AreTrue(rule))
                continue;
            var alert = rule.Duration("alert") is { } delay ? state.Now + delay : (long?)null;
            state.Routes.Add(new(state.Now, stage, rule.Text("to"), rule.Text("id"), alert));
            return;
        }
        if (routing.Find("default") is { } fallback)
            state.Routes.Add(new(state.Now, stage, fallback.GetString()!, By: null, AlertDue: null));
    }
}
