using System.Text.Json;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.Mautic.Reading;

/// <summary>Mautic's main points and its point groups as the model's scores, called as in the workspace's reports.</summary>
internal sealed class Dimensions
{
    private readonly MauticConfiguration _configuration;
    private readonly MauticOptions _options;
    private readonly string _main;
    private readonly Dictionary<string, string> _groups = new(StringComparer.Ordinal);

    public Dimensions(MauticConfiguration configuration, OutcomeMapping outcome, MauticOptions options)
    {
        _configuration = configuration;
        _options = options;
        _main = Ours(outcome, [MauticOutcome.Points]) ?? MauticOutcome.Points;
        foreach (var group in configuration.All(MauticList.Groups))
        {
            var id = group.Find("id").AsText() ?? "";
            var name = group.Find("name").AsText() ?? id;
            var ours = Ours(outcome, [MauticOutcome.Group + name, MauticOutcome.Group + id]) ?? name;
            _groups[id] = ours == _main || _groups.ContainsValue(ours) ? $"{ours} ({id})" : ours;
        }
    }

    public void DeclareIn(ModelDraft draft)
    {
        draft.AddDimension(_main, isUnscored: false);
        foreach (var group in _configuration.All(MauticList.Groups))
        {
            draft.AddDimension(_groups[group.Find("id").AsText() ?? ""], isUnscored: true);
            draft.Carry($"point group {group.Find("name").AsText()}", []);
        }
    }

    /// <summary>Where points go.</summary>
    /// <param name="holder">Of a <c>group</c>.</param>
    /// <param name="action">A point action's id, for what the workspace says; null: it is none.</param>
    /// <param name="reasons">Takes a reason where the API does not say it.</param>
    public (string Name, bool IsGroup) Of(JsonElement holder, string? action, ICollection<string> reasons)
    {
        if (action is not null && _options.PointGroups.TryGetValue(action, out var named))
        {
            return (GroupCalled(named), true);
        }

        var group = holder.Find("group") is { ValueKind: not JsonValueKind.Undefined } said
            ? said
            : holder.Find("pointGroup");
        if (group.ValueKind == JsonValueKind.Undefined && action is not null && _groups.Count > 0)
        {
            reasons.Add(
                "This version's API does not say which point group it belongs to, so its points are taken for the main ones; say it in `options.point-groups`."
            );
        }

        var id = group.Find("id").AsText() ?? group.AsText();
        return id is { Length: > 0 } && _groups.TryGetValue(id, out var ours) ? (ours, true) : (_main, false);
    }

    private string GroupCalled(string name)
    {
        foreach (var group in _configuration.All(MauticList.Groups))
        {
            var id = group.Find("id").AsText() ?? "";
            if (group.Find("name").AsText() == name || id == name)
            {
                return _groups[id];
            }
        }

        throw new TargetFault(
            TargetFaultKind.Setup,
            $"`options.point-groups` names the group {Quote.Code(name)}, which Mautic does not have."
        );
    }

    private static string? Ours(OutcomeMapping outcome, string[] theirs)
    {
        foreach (var score in outcome.Scores)
        {
            if (theirs.Contains(score.Theirs, StringComparer.Ordinal))
            {
                return score.Ours;
            }
        }

        return null;
    }
}
