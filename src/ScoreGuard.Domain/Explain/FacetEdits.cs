using System.Collections.Immutable;
using System.Diagnostics;
using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Explain;

/// <summary>What differs between two versions of one facet, as the rest of a sentence about its part.</summary>
internal static class FacetEdits
{
    /// <returns>Null where both say the same.</returns>
    public static string? Between(Facet before, Facet after) =>
        (before, after) switch
        {
            (Facet.Value was, Facet.Value now) => was.Words == now.Words
                ? null
                : $": {Labelled(was, now)} → {now.Words ?? "none"}",
            (Facet.Condition was, Facet.Condition now) => Conditions(was, now),
            (Facet.Items was, Facet.Items now) => Items(was, now),
            _ => throw new UnreachableException(),
        };

    private static string Labelled(Facet.Value was, Facet.Value now) => $"{now.Label} {was.Words ?? "none"}";

    private static string? Conditions(Facet.Condition before, Facet.Condition after)
    {
        var was = CriterionWords.Parts(before.Criterion);
        var now = CriterionWords.Parts(after.Criterion);
        var gone = Without(was, now);
        var come = Without(now, was);
        var place = before.Label == "where" ? " where" : "";
        return (gone, come) switch
        {
            ([], []) => null,
            ([], _) => $" also needs{place} {All(come)}",
            (_, []) => $" no longer needs{place} {All(gone)}",
            ([var old], [var young]) when SameSubject(old, young) is { } question =>
                $" needs{place} {CriterionWords.Of(young)}, was {question}",
            _ => $" needs{place} {All(come)}, was {All(gone)}",
        };
    }

    /// <summary>What the older question asked, where both ask the same value.</summary>
    private static string? SameSubject(Criterion old, Criterion young) =>
        CriterionWords.Question(old) is var (was, matcher)
        && CriterionWords.Question(young) is var (now, _)
        && was == now
            ? MatcherWords.Of(matcher)
            : null;

    private static string All(ImmutableArray<Criterion> parts) => CriterionWords.Of(new Criterion.All(parts));

    /// <summary>The parts of <paramref name="all"/> that <paramref name="others"/> lack, as often as they lack them.</summary>
    private static ImmutableArray<Criterion> Without(ImmutableArray<Criterion> all, ImmutableArray<Criterion> others)
    {
        var left = others.Select(CriterionWords.Of).ToList();
        return [.. all.Where(part => !left.Remove(CriterionWords.Of(part)))];
    }

    private static string? Items(Facet.Items before, Facet.Items after)
    {
        var gone = Without(before.Words, after.Words);
        var come = Without(after.Words, before.Words);
        if (gone.IsEmpty && come.IsEmpty)
        {
            return !after.OrderCounts || before.Words.SequenceEqual(after.Words)
                ? null
                : $": {after.Label} now in the order {string.Join(", ", after.Words)}";
        }

        var added = come.IsEmpty ? "" : $" added {string.Join(", ", come)}";
        var removed = gone.IsEmpty ? "" : $" removed {string.Join(", ", gone)}";
        return $": {after.Label}{added}{(added.Length > 0 && removed.Length > 0 ? "," : "")}{removed}";
    }

    private static ImmutableArray<string> Without(ImmutableArray<string> all, ImmutableArray<string> others)
    {
        var left = others.ToList();
        return [.. all.Where(word => !left.Remove(word))];
    }
}
