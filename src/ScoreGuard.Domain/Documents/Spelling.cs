namespace ScoreGuard.Domain.Documents;

/// <summary>"Did you mean": the known name nearest to one that nobody knows.</summary>
public static class Spelling
{
    private const int LongestCompared = 64;
    private const int MostCompared = 1_000;

    /// <summary>The nearest of <paramref name="known"/>, or null where none is near enough to be meant.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        string? nearest = null;
        var allowed = 1 + Math.Min(2, name.Length / 4);
        var compared = 0;
        foreach (var candidate in known)
        {
            if (string.Equals(candidate.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return candidate;
            }

            if (
                compared++ < MostCompared
                && Math.Max(candidate.Length, name.Length) <= LongestCompared
                && Math.Abs(candidate.Length - name.Length) <= allowed
                && Distance(name, candidate, allowed) is var distance
                && distance <= allowed
                && distance < Math.Min(candidate.Length, name.Length)
            )
            {
                nearest = candidate;
                allowed = distance - 1;
            }
        }

        return nearest;
    }

    /// <summary>A sentence part to append: <c>; did you mean `points`?</c>, or what is known, where that is short.</summary>
    /// <param name="name">The unknown name.</param>
    /// <param name="known">Every name that would have been right.</param>
    public static string Hint(string name, IReadOnlyCollection<string> known)
    {
        if (Nearest(name, known) is { } nearest)
        {
            return $"; did you mean {Quote.Code(nearest)}?";
        }

        return known.Count switch
        {
            0 => "; there is none.",
            <= 24 => $"; known: {Quote.All(known)}.",
            _ => ".",
        };
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours, ignoring case; more than the limit once it is passed.</summary>
    private static int Distance(string left, string right, int limit)
    {
        Span<int> rows = stackalloc int[3 * (LongestCompared + 1)];
        var width = right.Length + 1;
        var before = rows[..width];
        var above = rows.Slice(width, width);
        var row = rows.Slice(2 * width, width);
        for (var j = 0; j < width; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var best = row[0] = i;
            for (var j = 1; j < width; j++)
            {
                var same = Same(left[i - 1], right[j - 1]);
                var cost = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    cost = Math.Min(cost, before[j - 2] + 1);
                }

                row[j] = cost;
                best = Math.Min(best, cost);
            }

            if (best > limit)
            {
                return limit + 1;
            }

            var free = before;
            before = above;
            above = row;
            row = free;
        }

        return above[right.Length];
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
