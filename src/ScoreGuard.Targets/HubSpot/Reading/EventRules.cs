using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ScoreGuard.Targets.HubSpot.Reading;

/// <summary>Turns what events are worth into rules: each by itself, or by how often they happened.</summary>
/// <param name="decay">Of the group; null: none.</param>
internal sealed class EventRules(ModelDraft draft, JsonObject? decay)
{
    public ImmutableArray<JsonObject> Read(JsonElement calculator, Verdict verdict) =>
        [.. calculator.Items("eventCalculators").SelectMany(entry => Entry(entry, verdict))];

    private ImmutableArray<JsonObject> Entry(JsonElement entry, Verdict verdict)
    {
        var type = entry.FindName("eventTypeId") ?? "unknown";
        if (Timeframe.Find(entry, verdict) is not { } within || !entry.TryGet("recordCalculation", out var calculation))
        {
            return [];
        }

        var sources = draft.Names.Sources(type);
        if (sources.IsEmpty)
        {
            verdict.Approximate(
                $"no activity is mapped to the event type {type}; name one by the option `event.{type}`"
            );
            sources = [new(LeadNames.Unmapped(type), [], [])];
        }

        var rules = ImmutableArray.CreateBuilder<JsonObject>();
        if (entry.TryGet("eventFrequencyCriteria", out var frequency))
        {
            Often(frequency, Counted(sources, calculation, within, verdict), verdict, rules);
            return rules.ToImmutable();
        }

        foreach (var source in sources)
        {
            foreach (var value in new CalculatorReader(draft, source).Read(calculation, verdict))
            {
                Each(source, value, within, verdict, rules);
            }
        }

        return rules.ToImmutable();
    }

    private void Each(
        EventSource source,
        ValueCase value,
        string within,
        Verdict verdict,
        ImmutableArray<JsonObject>.Builder rules
    )
    {
        var rule = new JsonObject { ["on"] = source.Activity };
        Put(rule, "where", Criterion.All([Carries(source), value.Where]));
        Put(rule, "when", value.When);
        if (!RuleWorth.TryPut(rule, value.Value, verdict))
        {
            return;
        }

        if (decay is not null)
        {
            rule["decay"] = decay.DeepClone();
            if (within.Length > 0 && !DecaysBefore(within))
            {
                verdict.Approximate($"events lose points by decay, but not all of them after {within}");
            }
        }
        else if (within.Length > 0)
        {
            rule["expires"] = within;
        }

        rules.Add(rule);
    }

    /// <summary>What is counted, and what the contact has to be.</summary>
    private (JsonObject Did, Criterion When)? Counted(
        ImmutableArray<EventSource> sources,
        JsonElement calculation,
        string within,
        Verdict verdict
    )
    {
        var wheres = new List<Criterion>();
        var whens = new List<Criterion>();
        foreach (var source in sources)
        {
            foreach (
                var value in new CalculatorReader(draft, source).Read(calculation, verdict).Where(v => v.Value != 0)
            )
            {
                wheres.Add(Criterion.All([Carries(source), value.Where]));
                whens.Add(value.When);
            }
        }

        if (wheres.Count == 0)
        {
            return null;
        }

        if (wheres.Count > 1 || !wheres[0].IsAlways || !whens[0].IsAlways)
        {
            verdict.Approximate("events to which the calculation gives any value are counted, all together");
        }

        var did = new JsonObject
        {
            ["activity"] = sources is [var only]
                ? only.Activity
                : new JsonArray([
                    .. sources.Select(source => (JsonNode)source.Activity).DistinctBy(name => name.ToString()),
                ]),
        };
        Put(did, "where", Criterion.Any(wheres));
        if (within.Length > 0)
        {
            did["within"] = within;
        }

        return (did, Criterion.Any(whens));
    }

    private void Often(
        JsonElement frequency,
        (JsonObject Did, Criterion When)? counted,
        Verdict verdict,
        ImmutableArray<JsonObject>.Builder rules
    )
    {
        if (counted is not { } asked)
        {
            verdict.LeaveOut("the calculation gives no event a value, so that none is counted");
            return;
        }

        if (decay is not null)
        {
            verdict.Approximate("what is given for a number of events does not decay");
        }

        foreach (var range in FrequencyRange.Read(frequency, verdict))
        {
            var rule = new JsonObject { ["when"] = Criterion.All([asked.When, range.Criterion(asked.Did)]).Json };
            if (RuleWorth.TryPut(rule, range.Value, verdict))
            {
                rules.Add(rule);
            }
        }
    }

    private bool DecaysBefore(string within) =>
        decay!["percent"]!.GetValue<decimal>() is var percent
        && Math.Ceiling(100 / percent) * int.Parse(decay["every"]!.GetValue<string>()[..^1]) <= int.Parse(within[..^1]);

    private static Criterion Carries(EventSource source) =>
        Criterion.All([
            .. source.Where.Select(constant =>
                Criterion.Of(constant.Theirs, new JsonArray(constant.Value), orMissing: false)
            ),
        ]);

    private static void Put(JsonObject rule, string key, Criterion criterion)
    {
        if (!criterion.IsAlways)
        {
            rule[key] = criterion.Json;
        }
    }
}
