using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.Mautic.Reading;

/// <summary>Mautic's stages as the model's lifecycle. A contact begins without one.</summary>
internal sealed class Stages
{
    private const string None = "No stage";

    private readonly ImmutableArray<Stage> _stages;
    private readonly TargetDefinition _definition;
    private readonly SignalOccasions _occasions;

    public Stages(MauticConfiguration configuration, TargetDefinition definition, SignalOccasions occasions)
    {
        _definition = definition;
        _occasions = occasions;
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { None, "any" };
        _stages =
        [
            .. configuration
                .Published(MauticList.Stages)
                .OrderBy(stage => stage.Find("weight").AsWhole() ?? 0)
                .ThenBy(stage => stage.Find("id").AsWhole() ?? 0)
                .Select(stage => Read(stage, taken)),
        ];
    }

    /// <param name="Theirs">Its name on Mautic.</param>
    /// <param name="Ours">Its name in the model.</param>
    private sealed record Stage(string Id, string Theirs, string Ours, int Weight);

    public void DeclareIn(ModelDraft draft)
    {
        if (!_stages.IsEmpty)
        {
            draft.SetStages([None, .. _stages.Select(stage => stage.Ours)]);
        }
    }

    /// <summary>
    /// A change that minds the weights: never back to a lighter stage, never to the same. False: there is no such stage.
    /// </summary>
    public bool TryAddTransition(ModelDraft draft, string id, string stage, JsonObject how)
    {
        if (_stages.FirstOrDefault(known => known.Id == stage) is not { } target)
        {
            return false;
        }

        var from = _stages
            .Where(known => known.Id != target.Id && known.Weight <= target.Weight)
            .Select(known => known.Ours)
            .Prepend(None);
        var transition = new JsonObject
        {
            ["id"] = id,
            ["from"] = new JsonArray([.. from.Select(name => JsonValue.Create(name))]),
            ["to"] = target.Ours,
        };
        foreach (var (key, value) in how)
        {
            transition[key] = value?.DeepClone();
        }

        // Campaigns and triggers do a thing once a contact.
        transition["when"] = Criteria.All([
            .. transition["when"] is JsonObject given ? new[] { (JsonObject)given.DeepClone() } : [],
            new() { [$"visits.{target.Ours}"] = "< 1" },
        ]);
        draft.AddTransition(transition);
        return true;
    }

    /// <summary>The stages, and what sets them by hand: through the API, which ignores the weights.</summary>
    public void CarryInto(ModelDraft draft)
    {
        foreach (var stage in _stages)
        {
            var set = _occasions.Find(SignalKind.Stage, signal => Fits(signal, stage));
            for (var at = 0; at < set.Length; at++)
            {
                var transition = new JsonObject
                {
                    ["id"] = $"stage-{stage.Id}-by-hand-{at + 1}",
                    ["from"] = "any",
                    ["to"] = stage.Ours,
                    ["on"] = set[at].Activity,
                };
                if (set[at].NewWhere() is { } where)
                {
                    transition["where"] = where;
                }

                draft.AddTransition(transition);
            }

            draft.Carry($"stage {stage.Theirs}", []);
        }
    }

    private List<JsonObject>? Fits(SignalMapping signal, Stage stage)
    {
        var field = _definition.Outcome.Stage?.Field ?? MauticOutcome.Stage;
        foreach (var mapped in signal.Fields)
        {
            if (mapped.Theirs == field)
            {
                string[] values = stage.Theirs == stage.Ours ? [stage.Theirs] : [stage.Theirs, stage.Ours];
                return [new() { [mapped.Ours] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) }];
            }
        }

        foreach (var constant in signal.Constants)
        {
            if (constant.Theirs == field)
            {
                return IsCalled(stage, constant.Value) ? [] : null;
            }
        }

        return IsCalled(stage, signal.Name) ? [] : null;
    }

    private static bool IsCalled(Stage stage, string name) =>
        stage.Theirs == name || stage.Ours == name || stage.Id == name;

    private Stage Read(JsonElement stage, HashSet<string> taken)
    {
        var id = stage.Find("id").AsText() ?? "";
        var theirs = stage.Find("name").AsText() ?? id;
        var ours = _definition.Outcome.Stage?.ToOurs(theirs) ?? theirs;
        return new(id, theirs, taken.Add(ours) ? ours : $"{ours} ({id})", stage.Find("weight").AsWhole() ?? 0);
    }
}
