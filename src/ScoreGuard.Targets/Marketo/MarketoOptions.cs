using System.Collections.Immutable;

namespace ScoreGuard.Targets.Marketo;

/// <summary>What a workspace says about Marketo alone.</summary>
/// <param name="List">The static list that every synthetic lead joins; 0: none, where nothing is replayed.</param>
/// <param name="Partition">Null: the default one.</param>
/// <param name="BreachFields">Fields that have a value once a lead reached Sales or the CRM; empty: those of Marketo's own that the instance has.</param>
/// <param name="BreachActivities">Names of activity types that a synthetic lead must not have; empty: those of Marketo's own that the instance has.</param>
/// <param name="Folders">Where the campaigns are that are read; empty: everywhere.</param>
internal sealed record MarketoOptions(
    int List,
    string? Partition,
    ImmutableArray<string> BreachFields,
    ImmutableArray<string> BreachActivities,
    ImmutableArray<MarketoFolder> Folders
);
