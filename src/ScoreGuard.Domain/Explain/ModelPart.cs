using System.Collections.Immutable;

namespace ScoreGuard.Domain.Explain;

/// <summary>A part of a model that edits are told about: a rule, a field, a transition.</summary>
/// <param name="Title">How a sentence begins about it: <c>Rule demo-request</c>.</param>
/// <param name="Summary">All that it says, for when it comes or goes.</param>
/// <param name="Node">What reads it, in <see cref="ModelReaders"/>.</param>
internal sealed record ModelPart(
    EditArea Area,
    string Name,
    string Title,
    string Path,
    ImmutableArray<Facet> Facets,
    string Summary,
    string Node
)
{
    /// <summary>What it was added to or removed from, as in <c>to behaviour</c>; empty: the model.</summary>
    public string Home { get; init; } = "";

    /// <summary>Names the list in which its place counts; null: it does not.</summary>
    public string? Sequence { get; init; }

    /// <summary>It moves no outcome: a rule that is not enabled.</summary>
    public bool Off { get; init; }

    /// <summary>May be recognised under another name.</summary>
    public bool Renamable { get; init; }

    /// <summary>Identifies it among the parts of a model: rule ids are unique in all dimensions, so a rule may move.</summary>
    public (EditArea Area, string Name, bool Whole) Key => (Area, Name, Whole);

    /// <summary>The section itself (<c>routing</c>) where an item of it (a routing rule) may have the same name.</summary>
    public bool Whole { get; init; }

    /// <summary>Equal for parts that say the same, whatever they are called.</summary>
    public string Content() => string.Join('\n', Facets.Select(facet => $"{facet.Label}: {facet.Said()}"));

    public static string SummaryOf(IEnumerable<Facet> facets) =>
        string.Join(
            "; ",
            facets.Where(facet => facet.Said() is not null).Select(facet => $"{facet.Label} {facet.Said()}")
        );
}
