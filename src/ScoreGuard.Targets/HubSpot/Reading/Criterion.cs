using System.Text.Json.Nodes;

namespace ScoreGuard.Targets.HubSpot.Reading;

/// <summary>
/// A condition of the model, and when it does not hold. The model has three truth values and HubSpot two, so that a negation
/// has to say itself what becomes of a missing value.
/// </summary>
internal sealed class Criterion
{
    private readonly JsonObject _holds;
    private readonly JsonObject _fails;

    private Criterion(JsonObject holds, JsonObject fails)
    {
        _holds = holds;
        _fails = fails;
    }

    public static Criterion Always { get; } = new([], new() { ["not"] = new JsonObject() });

    public bool IsAlways => _holds.Count == 0;

    /// <summary>A copy to be put into a model.</summary>
    public JsonObject Json => (JsonObject)_holds.DeepClone();

    public Criterion Not => new(_fails, _holds);

    /// <param name="orMissing">It holds also where there is no value.</param>
    public static Criterion Of(string name, JsonNode matcher, bool orMissing)
    {
        var holds = new JsonObject { [name] = matcher };
        var not = new JsonObject { ["not"] = holds.DeepClone() };
        return orMissing
            ? new(Joined("any", [IsMissing(name, missing: true), holds]), not)
            : new(holds, Joined("any", [IsMissing(name, missing: true), not]));
    }

    public static Criterion Missing(string name) =>
        new(IsMissing(name, missing: true), IsMissing(name, missing: false));

    /// <summary>A condition that is never unknown.</summary>
    public static Criterion Known(JsonObject holds) => new(holds, new() { ["not"] = holds.DeepClone() });

    public static Criterion All(IReadOnlyCollection<Criterion> parts)
    {
        Criterion[] asked = [.. parts.Where(part => !part.IsAlways)];
        return asked switch
        {
            [] => Always,
            [var only] => only,
            _ => new(
                Joined("all", asked.Select(part => part._holds)),
                Joined("any", asked.Select(part => part._fails))
            ),
        };
    }

    /// <param name="parts">At least one.</param>
    public static Criterion Any(IReadOnlyCollection<Criterion> parts) =>
        parts.Any(part => part.IsAlways) ? Always
        : parts.Count == 1 ? parts.First()
        : new(Joined("any", parts.Select(part => part._holds)), Joined("all", parts.Select(part => part._fails)));

    private static JsonObject IsMissing(string name, bool missing) =>
        new() { [name] = new JsonObject { ["missing"] = missing } };

    private static JsonObject Joined(string how, IEnumerable<JsonObject> parts) =>
        new() { [how] = new JsonArray([.. parts.Select(part => part.DeepClone())]) };
}
