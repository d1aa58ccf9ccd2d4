using System.Collections.Immutable;

namespace ScoreGuard.Domain.Models;

/// <summary>What Sales and Marketing agreed that an attribute means.</summary>
/// <param name="From">The field that this one is derived from where no value was given; null: not derived.</param>
/// <param name="Patterns">Over a text source, first match wins; empty where derived by bands.</param>
/// <param name="Bands">Over a number source, ascending; empty where derived by patterns.</param>
/// <param name="Synonyms">Variants by canonical value; text fields only.</param>
/// <param name="Default">Stands, as it is, where there is still no value.</param>
public sealed record Field(
    string Name,
    FieldType Type,
    string? From,
    ImmutableArray<FieldPattern> Patterns,
    ImmutableArray<FieldBand> Bands,
    ImmutableArray<Synonym> Synonyms,
    Operand? Default
);

/// <param name="Match">A .NET regular expression: invariant, case-insensitive, non-backtracking.</param>
/// <param name="Value">What a match gives; null: the named group <c>value</c>.</param>
public sealed record FieldPattern(string Match, Operand? Value);

/// <param name="Below">Exclusive upper bound; null only in the last band: takes the rest.</param>
public sealed record FieldBand(decimal? Below, Operand Value);

public sealed record Synonym(string Canonical, ImmutableArray<string> Variants);
