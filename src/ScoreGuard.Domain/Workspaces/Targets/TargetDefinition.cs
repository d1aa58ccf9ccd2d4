using System.Collections.Immutable;

namespace ScoreGuard.Domain.Workspaces.Targets;

/// <summary>What scores the leads of a workspace, and how leads get there and back.</summary>
/// <param name="Connection">Names the settings that hold address and secrets; null where none is needed.</param>
/// <param name="Url">Of a model that is fetched; null: it is a file of the workspace.</param>
/// <param name="Integrity">What the fetched model must hash to; null: not pinned.</param>
/// <param name="Options">What only this platform knows, by name; the adapter checks them.</param>
public sealed record TargetDefinition(
    TargetType Type,
    TargetUse Use,
    string? Connection,
    string? Url,
    string? Integrity,
    LeadMapping Leads,
    ImmutableArray<SignalMapping> Signals,
    OutcomeMapping Outcome,
    ReplayDiscipline Discipline,
    ImmutableArray<TargetOption> Options
)
{
    /// <summary>The workspace's own file, scored by our engine.</summary>
    public static TargetDefinition Model { get; } =
        new(
            TargetType.Model,
            TargetUse.Read,
            null,
            null,
            null,
            LeadMapping.None,
            [],
            OutcomeMapping.None,
            ReplayDiscipline.Default,
            []
        );

    /// <summary>Where it says what; no part of what it says.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public TargetPlaces Places { get; init; } = TargetPlaces.None;

    /// <summary>Whether something else than our engine scores the leads.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool ScoresElsewhere => Type != TargetType.Model && Use == TargetUse.Replay;

    /// <summary>Whether leads become records on a platform.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool MakesRecords => ScoresElsewhere && Type != TargetType.Http;

    /// <summary>With so many calls fewer in its budgets.</summary>
    public TargetDefinition Keeping(int calls) =>
        this with
        {
            Discipline = Discipline with
            {
                CallsPerRun = Math.Max(0, Discipline.CallsPerRun - calls),
                CallsPerDay = Math.Max(0, Discipline.CallsPerDay - calls),
            },
        };

    public string? FindOption(string name)
    {
        foreach (var option in Options)
        {
            if (option.Name == name)
            {
                return option.Value;
            }
        }

        return null;
    }
}

/// <summary>Kinds of targets.</summary>
public enum TargetType
{
    /// <summary>A model in our own form.</summary>
    Model,

    /// <summary>Any scoring service.</summary>
    Http,

    HubSpot,

    Marketo,

    Salesforce,

    Mautic,
}

/// <summary>How a target is tested.</summary>
public enum TargetUse
{
    /// <summary>Its configuration is read and evaluated here; nothing is written to it.</summary>
    Read,

    /// <summary>Leads are put into it.</summary>
    Replay,
}

/// <param name="Name">As the platform's page in docs/targets lists it.</param>
public readonly record struct TargetOption(string Name, string Value);
