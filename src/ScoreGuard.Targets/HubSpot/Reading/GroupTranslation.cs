using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.HubSpot.Reading;

/// <summary>Turns one group of rules into rules of the model and their caps.</summary>
internal sealed class GroupTranslation
{
    private readonly ModelDraft _draft;
    private readonly GroupContext _context;
    private readonly string _part;
    private readonly JsonObject? _cap;
    private readonly JsonObject? _decay;
    private readonly List<(string Id, JsonObject? Cap, ImmutableArray<JsonObject> Rules)> _rules = [];

    public GroupTranslation(
        ModelDraft draft,
        ImmutableArray<CarriedPart>.Builder carried,
        JsonElement group,
        GroupContext context
    )
    {
        _draft = draft;
        _context = context;
        Name = group.FindName("groupName") ?? group.FindName("id") ?? "group";
        _part = $"{context.Title} / group {Name}";
        var verdict = new Verdict();
        _cap = Cap(group.FindNumber("minValue"), group.FindNumber("maxValue"), verdict);
        _decay = Decay(group, verdict);
        carried.Add(verdict.On(_part));
        var place = 0;
        foreach (var rule in group.Items("ruleConfigurations"))
        {
            carried.Add(Read(rule, ++place));
        }
    }

    public string Name { get; }

    /// <summary>It is capped, and some of its rules are, too.</summary>
    public bool NeedsItsOwnDimension => _cap is not null && _rules.Exists(rule => rule.Cap is not null);

    /// <summary>As a dimension of its own, capped as the group is.</summary>
    public JsonObject Dimension()
    {
        var rules = new JsonArray();
        var caps = new JsonObject();
        foreach (var rule in _rules)
        {
            Write(rule.Rules, rule.Cap is null ? null : NewCap(caps, rule.Id, rule.Cap), rules);
        }

        var dimension = (JsonObject)_cap!.DeepClone();
        dimension["groups"] = caps;
        dimension["rules"] = rules;
        return dimension;
    }

    /// <summary>As part of a dimension.</summary>
    public void WriteInto(JsonArray rules, JsonObject caps)
    {
        var own = _cap is null ? null : NewCap(caps, Name, _cap);
        foreach (var rule in _rules)
        {
            Write(rule.Rules, rule.Cap is null ? own : NewCap(caps, rule.Id, rule.Cap), rules);
        }
    }

    private CarriedPart Read(JsonElement rule, int place)
    {
        var id = rule.FindName("id") ?? $"{Name} {place}";
        var verdict = new Verdict();
        var part = $"{_part} / rule {place} ({id})";
        if (
            !rule.TryGet("configuration", out var configuration)
            || !configuration.TryGet("calculation", out var calculation)
        )
        {
            verdict.LeaveOut("it has no calculation");
            return verdict.On(part);
        }

        var rules =
            calculation.FindText("type") == "MULTI_UE"
                ? new EventRules(_draft, _decay).Read(calculation, verdict)
                : OfContact(calculation, verdict);
        var cap = Cap(rule.FindNumber("minimumValue"), rule.FindNumber("maximumValue"), verdict);
        for (var i = 0; i < rules.Length; i++)
        {
            Finish(rules[i], rules.Length == 1 ? id : $"{id}-{i + 1}", rule, calculation);
        }

        // Of a rule of several parts, those that could be carried are; then it is only nearly the same.
        if (rules.Length > 0 && verdict.How == CarriedHow.LeftOut)
        {
            _rules.Add((id, cap, rules));
            return new(part, CarriedHow.Approximated, $"a part is left out: {verdict.Reason}");
        }

        if (rules.Length > 0)
        {
            _rules.Add((id, cap, rules));
        }

        return verdict.On(part);
    }

    private ImmutableArray<JsonObject> OfContact(JsonElement calculation, Verdict verdict)
    {
        var rules = ImmutableArray.CreateBuilder<JsonObject>();
        foreach (var value in new CalculatorReader(_draft, source: null).Read(calculation, verdict))
        {
            var rule = new JsonObject { ["when"] = value.When.Json };
            if (RuleWorth.TryPut(rule, value.Value, verdict))
            {
                rules.Add(rule);
            }
        }

        return rules.ToImmutable();
    }

    private void Finish(JsonObject rule, string id, JsonElement configured, JsonElement calculation)
    {
        rule["id"] = _draft.NewId(id);
        rule["note"] = $"{_part}: {CalculationWords.Of(calculation)}";
        if (!_context.Whom.IsAlways)
        {
            var when = rule["when"] is JsonObject { Count: > 0 } own
                ? new JsonArray(own.DeepClone(), _context.Whom.Json)
                : null;
            rule["when"] = when is null ? _context.Whom.Json : new JsonObject { ["all"] = when };
        }

        if (configured.TryGet("enabled", out var enabled) && enabled.ValueKind == JsonValueKind.False)
        {
            rule["enabled"] = false;
        }
    }

    private static void Write(ImmutableArray<JsonObject> rules, string? cap, JsonArray into)
    {
        foreach (var rule in rules)
        {
            var written = (JsonObject)rule.DeepClone();
            if (cap is not null)
            {
                written["group"] = cap;
            }

            into.Add(written);
        }
    }

    private static string NewCap(JsonObject caps, string wanted, JsonObject cap)
    {
        var name = wanted;
        for (var number = 2; caps.ContainsKey(name); number++)
        {
            name = $"{wanted} {number}";
        }

        caps[name] = cap.DeepClone();
        return name;
    }

    private static JsonObject? Cap(decimal? min, decimal? max, Verdict verdict)
    {
        if (min > max)
        {
            verdict.Approximate("its least value is above its greatest; neither is held");
            return null;
        }

        var cap = new JsonObject();
        if (min is { } least)
        {
            cap["min"] = RuleWorth.Of(least, verdict);
        }

        if (max is { } greatest)
        {
            cap["max"] = RuleWorth.Of(greatest, verdict);
        }

        return cap.Count > 0 ? cap : null;
    }

    private static JsonObject? Decay(JsonElement group, Verdict verdict)
    {
        if (!group.TryGet("groupDecay", out var decay))
        {
            return null;
        }

        if (
            decay.FindNumber("percentToDecayPerInterval") is > 0 and <= 100 and var percent
            && decay.FindNumber("decayIntervalDays") is >= 1 and <= 36_500 and var days
        )
        {
            return new() { ["percent"] = percent, ["every"] = $"{days:0}d" };
        }

        verdict.Approximate("its decay is none that the model knows and is not held");
        return null;
    }
}
