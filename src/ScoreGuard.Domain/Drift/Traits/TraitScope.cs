using System.Collections.Immutable;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Domain.Drift.Traits;

/// <summary>What of a lead can have moved its score: what the target was given of it.</summary>
/// <param name="Attributes">Null: all of them.</param>
/// <param name="Properties">Of activities; null: all of them.</param>
public sealed record TraitScope(ImmutableSortedSet<string>? Attributes, ImmutableSortedSet<string>? Properties)
{
    /// <summary>A target that is not told which attributes it gets is given the whole lead.</summary>
    public static TraitScope Of(TargetDefinition target)
    {
        if (!target.MakesRecords)
        {
            return new(null, null);
        }

        var attributes = target.Leads.Fields.Select(field => field.Ours).ToImmutableSortedSet(StringComparer.Ordinal);
        var ofSignals = target.Signals.SelectMany(signal =>
            signal.Fields.Select(field => field.Ours).Concat(signal.Where.Select(condition => condition.Theirs))
        );
        return new(attributes, attributes.Union(ofSignals));
    }
}
