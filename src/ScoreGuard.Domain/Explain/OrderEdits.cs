using System.Collections.Immutable;

namespace ScoreGuard.Domain.Explain;

/// <summary>Which items of a list moved, all others keeping their order: as few as possible.</summary>
internal static class OrderEdits
{
    /// <summary>The moved items, in the order of <paramref name="after"/>; the same ones with the lists exchanged.</summary>
    /// <param name="before">Distinct; holds the same items as <paramref name="after"/>.</param>
    public static ImmutableArray<string> Moved(ImmutableArray<string> before, ImmutableArray<string> after)
    {
        if (before.SequenceEqual(after))
        {
            return [];
        }

        var start = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = before.Reverse().Zip(after.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        var middle = after[start..^end];
        var stays = Stays(before[start..^end], middle);
        return [.. middle.Where((_, index) => !stays.Contains(index))];
    }

    /// <summary>The longest common subsequence, as indices into <paramref name="after"/>; of equally long ones the heaviest.</summary>
    private static HashSet<int> Stays(ImmutableArray<string> before, ImmutableArray<string> after)
    {
        var placeBefore = before
            .Select((item, index) => (item, index))
            .ToDictionary(pair => pair.item, pair => pair.index);
        var best = new (int Length, long Weight, int Previous)[after.Length];
        var last = -1;
        for (var i = 0; i < after.Length; i++)
        {
            best[i] = (0, 0, -1);
            for (var j = 0; j < i; j++)
            {
                if (placeBefore[after[j]] < placeBefore[after[i]] && Better(best[j], best[i]))
                {
                    best[i] = (best[j].Length, best[j].Weight, j);
                }
            }

            best[i] = (best[i].Length + 1, best[i].Weight + Weight(after[i]), best[i].Previous);
            last = last < 0 || Better(best[i], best[last]) ? i : last;
        }

        var stays = new HashSet<int>();
        for (; last >= 0; last = best[last].Previous)
        {
            stays.Add(last);
        }

        return stays;
    }

    private static bool Better((int Length, long Weight, int) left, (int Length, long Weight, int) right) =>
        (left.Length, left.Weight).CompareTo((right.Length, right.Weight)) > 0;

    /// <summary>A hash of 40 bits (FNV-1a): a choice between equals that does not depend on which list comes first.</summary>
    private static long Weight(string item)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var character in item)
        {
            hash = unchecked((hash ^ character) * 1_099_511_628_211UL);
        }

        return (long)(hash >> 24);
    }
}
