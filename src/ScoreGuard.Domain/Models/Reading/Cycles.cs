using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>Names that refer to one another in a circle.</summary>
internal static class Cycles
{
    /// <summary>Circles that have no name in common, in order of discovery, each from the name on that leads into it.</summary>
    /// <remarks>Not recursive: a chain may be as long as a document is large.</remarks>
    public static List<List<string>> Find(
        IReadOnlyCollection<string> names,
        Func<string, IEnumerable<string>> references
    )
    {
        var cycles = new List<List<string>>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            Walk(name, references, done, cycles);
        }

        return cycles;
    }

    /// <summary><c>`a` → `b` → `a`</c>.</summary>
    public static string Spell(List<string> cycle)
    {
        const int most = 12;
        var shown = cycle.Take(most).Select(Quote.Code).ToList();
        if (cycle.Count > most)
        {
            shown.Add("…");
        }

        return string.Join(" → ", [.. shown, Quote.Code(cycle[0])]);
    }

    private static void Walk(
        string start,
        Func<string, IEnumerable<string>> references,
        HashSet<string> done,
        List<List<string>> cycles
    )
    {
        var path = new List<string>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var open = new Stack<IEnumerator<string>>();
        // For each step of the path the last step up to it that lies in a circle found before; -1: none.
        var found = new List<int>();
        Enter(start);
        while (open.TryPeek(out var next))
        {
            if (!next.MoveNext())
            {
                open.Pop().Dispose();
                done.Add(path[^1]);
                places.Remove(path[^1]);
                path.RemoveAt(path.Count - 1);
                found.RemoveAt(found.Count - 1);
            }
            else if (places.TryGetValue(next.Current, out var first))
            {
                if (found[^1] < first)
                {
                    cycles.Add(path[first..]);
                    for (var step = first; step < found.Count; step++)
                    {
                        found[step] = step;
                    }
                }
            }
            else
            {
                Enter(next.Current);
            }
        }

        void Enter(string name)
        {
            if (done.Contains(name))
            {
                return;
            }

            places[name] = path.Count;
            path.Add(name);
            found.Add(found.Count == 0 ? -1 : found[^1]);
            open.Push(references(name).GetEnumerator());
        }
    }
}
