using System.Collections.Immutable;
using ScoreGuard.Domain;

namespace ScoreGuard.Synthetic.Plans;

/// <summary>The recipe for a population of synthetic leads: <c>leads.yaml</c>, read and found to make sense.</summary>
/// <param name="Name">What its author calls it; empty where it has none.</param>
/// <param name="Seed">Another seed makes other leads of the same kind.</param>
/// <param name="Count">How many leads are generated, 1 to 10,000,000; pinned ones come on top.</param>
/// <param name="AsOf">Nothing happens later. Every persona's leads are created at or before it.</param>
/// <param name="Pinned">The file of hand-written leads as the plan names it; null where there is none.</param>
/// <param name="Personas">At least one, in document order.</param>
/// <param name="Hash">SHA-256 of what the plan says, in lower-case hexadecimal: comments, spacing and spelling of scalars' quotes aside.</param>
public sealed record LeadPlan(
    string Name,
    ulong Seed,
    int Count,
    Instant AsOf,
    string? Pinned,
    ImmutableArray<Persona> Personas,
    string Hash
)
{
    public const int MaxCount = 10_000_000;

    /// <summary>The id of the <paramref name="number"/>-th generated lead, from 1: <c>L00017</c>, all of one width.</summary>
    public string IdOf(int number) => $"L{number.ToString($"D{IdDigits}")}";

    /// <summary>How many digits an id has: 5, or more where <see cref="Count"/> needs them.</summary>
    public int IdDigits => Math.Max(5, $"{Count}".Length);
}
