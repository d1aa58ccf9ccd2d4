using System.Collections.Immutable;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Explain;

/// <summary>One thing that a part of a model says, in a form that two versions of it can be compared in.</summary>
/// <param name="Key">As the model spells it, for the path.</param>
/// <param name="Label">As people say it; identifies the facet within its part.</param>
internal abstract record Facet(string Key, string Label)
{
    /// <summary>Something with one value; equal words mean the same. Null: absent.</summary>
    /// <param name="Silent">It can move no outcome.</param>
    public sealed record Value(string Key, string Label, string? Words, bool Silent = false) : Facet(Key, Label);

    /// <summary>A conjunction, compared part by part.</summary>
    public sealed record Condition(string Key, string Label, Criterion? Criterion) : Facet(Key, Label);

    /// <summary>Several things side by side.</summary>
    /// <param name="OrderCounts">The same words in another order are another thing.</param>
    public sealed record Items(string Key, string Label, ImmutableArray<string> Words, bool OrderCounts = false)
        : Facet(Key, Label);

    /// <summary>What it says, for a summary and to find the same part under another name; null: nothing.</summary>
    public string? Said() =>
        this switch
        {
            Value value => value.Words,
            Condition condition => condition.Criterion is null ? null : CriterionWords.Of(condition.Criterion),
            Items items => items.Words.IsEmpty ? null : string.Join(", ", items.Words),
            _ => null,
        };
}
