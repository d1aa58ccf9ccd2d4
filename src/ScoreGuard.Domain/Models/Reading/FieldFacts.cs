namespace ScoreGuard.Domain.Models.Reading;

/// <summary>What criteria need to know of a field before fields are read in full.</summary>
/// <param name="Type">Null where it could not be read: nothing that depends on it is judged.</param>
/// <param name="Canonicals">Canonical values by variant, ignoring case; a canonical value stands for itself.</param>
internal sealed record FieldFacts(string Name, FieldType? Type, IReadOnlyDictionary<string, string> Canonicals);
