using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Mautic.Reading;

/// <summary>The model while it is made, and what was carried into it.</summary>
internal sealed class ModelDraft
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly HashSet<string> Reserved = ["segment", "stage", "did", "grade", "all", "any", "not"];

    private readonly JsonObject _fields = [];
    private readonly JsonObject _scores = [];
    private readonly JsonArray _transitions = [];
    private readonly ImmutableArray<CarriedPart>.Builder _carried = ImmutableArray.CreateBuilder<CarriedPart>();
    private ImmutableArray<string> _stages = [];

    public ImmutableArray<CarriedPart> Carried => _carried.ToImmutable();

    /// <param name="isUnscored">Its value is missing until something scored.</param>
    public void AddDimension(string name, bool isUnscored)
    {
        var dimension = new JsonObject();
        if (isUnscored)
        {
            dimension["unscored"] = "missing";
        }

        dimension["rules"] = new JsonArray();
        _scores[name] = dimension;
    }

    public bool HasDimension(string name) => _scores.ContainsKey(name);

    public void AddRule(string dimension, JsonObject rule) =>
        ((JsonArray)_scores[dimension]!["rules"]!).Add((JsonNode)rule);

    /// <param name="stages">The first is where leads begin.</param>
    public void SetStages(ImmutableArray<string> stages) => _stages = stages;

    public void AddTransition(JsonObject transition) => _transitions.Add((JsonNode)transition);

    /// <summary>Declares an attribute; false where it cannot be a field, or is one of another type.</summary>
    public bool TryUseField(string attribute, string type)
    {
        if (
            Reserved.Contains(attribute)
            || attribute.StartsWith("visits.", StringComparison.Ordinal)
            || attribute.StartsWith("score.", StringComparison.Ordinal)
            || attribute.StartsWith("label.", StringComparison.Ordinal)
        )
        {
            return false;
        }

        if (_fields[attribute] is { } known)
        {
            return (string?)known["type"] == type;
        }

        _fields[attribute] = new JsonObject { ["type"] = type };
        return true;
    }

    /// <param name="reasons">Why it is not exact; none: it is.</param>
    public void Carry(string part, IReadOnlyCollection<string> reasons) =>
        _carried.Add(
            new(part, reasons.Count == 0 ? CarriedHow.Exact : CarriedHow.Approximated, string.Join(' ', reasons))
        );

    public void LeaveOut(string part, string reason) => _carried.Add(new(part, CarriedHow.LeftOut, reason));

    public string ToText()
    {
        var model = new JsonObject { ["scoreguard"] = 1, ["name"] = "Mautic" };
        if (_fields.Count > 0)
        {
            model["fields"] = _fields.DeepClone();
        }

        model["scores"] = _scores.DeepClone();
        if (!_stages.IsEmpty)
        {
            model["lifecycle"] = new JsonObject
            {
                ["start"] = _stages[0],
                ["stages"] = new JsonArray([.. _stages.Select(stage => JsonValue.Create(stage))]),
                ["transitions"] = _transitions.DeepClone(),
            };
        }

        return model.ToJsonString(Indented);
    }
}
