using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>The synonyms of one field: every text stands for at most one canonical value, ignoring case.</summary>
internal sealed class SynonymsReader
{
    private readonly Dictionary<string, string> canonicals = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Canonical values by variant; a canonical value stands for itself.</summary>
    public IReadOnlyDictionary<string, string> Canonicals => canonicals;

    public ImmutableArray<Synonym> Read(ImmutableArray<Named<ImmutableArray<Place>>> groups)
    {
        foreach (var group in groups)
        {
            var canonical = group.Name.Trim();
            if (!canonicals.TryAdd(canonical, canonical))
            {
                group.NameError(
                    ModelCodes.Synonyms,
                    $"The canonical value {Quote.Code(canonical)} is the same as {Quote.Code(canonicals[canonical])}, as case is ignored; merge the two."
                );
            }
        }

        return [.. groups.Select(Group)];
    }

    private Synonym Group(Named<ImmutableArray<Place>> group)
    {
        var canonical = group.Name.Trim();
        var variants = ImmutableArray.CreateBuilder<string>();
        foreach (var place in group.Value)
        {
            var variant = ((DocumentNode.Scalar)place.Node).Text.Trim();
            if (variant.Length == 0)
            {
                place.Error(
                    DocumentCodes.Blank,
                    "A variant cannot be blank: a blank text is a missing value; use `default`."
                );
                continue;
            }

            variants.Add(variant);
            if (
                canonicals.TryAdd(variant, canonical)
                || string.Equals(canonicals[variant], canonical, StringComparison.OrdinalIgnoreCase)
            )
            {
                continue;
            }

            var other = canonicals[variant];
            place.Error(
                ModelCodes.Synonyms,
                string.Equals(other, variant, StringComparison.OrdinalIgnoreCase)
                    ? $"{Quote.Code(variant)} is a canonical value itself, so it cannot be a variant of {Quote.Code(canonical)}; remove it here."
                    : $"{Quote.Code(variant)} is a variant of {Quote.Code(other)} already, so it cannot be one of {Quote.Code(canonical)}; remove it from one."
            );
        }

        return new(canonical, variants.ToImmutable());
    }
}
