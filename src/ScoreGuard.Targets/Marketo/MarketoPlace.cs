using System.Collections.Immutable;

namespace ScoreGuard.Targets.Marketo;

/// <summary>Where synthetic leads live on Marketo and how they are known.</summary>
/// <param name="Read">Fields that are read back.</param>
/// <param name="List">The static list that each joins.</param>
/// <param name="Partition">Null: the default one.</param>
internal sealed record MarketoPlace(
    string AddressField,
    string RunField,
    ImmutableArray<string> Read,
    int List,
    string? Partition
);
