using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Domain.Documents.Shapes;

/// <summary>A value under a name that the user gave.</summary>
/// <param name="Entry">The key and value as they stand in the document.</param>
/// <param name="Mapping">The mapping that holds them.</param>
/// <param name="Value">What the value was read as.</param>
public sealed record Named<T>(DocumentNode.Entry Entry, Place Mapping, T Value)
{
    public string Name => Entry.Key;

    /// <summary>The place of the value.</summary>
    public Place Place => Mapping.Value(Entry);

    /// <summary>An error about the name, at the name.</summary>
    public void NameError(DiagnosticCode code, string message) => Mapping.KeyError(code, Entry, message);
}
