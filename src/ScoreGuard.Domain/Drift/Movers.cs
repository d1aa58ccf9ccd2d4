using System.Collections.Immutable;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Domain.Drift;

/// <summary>What made two outcomes of a lead differ, told from what merely follows from it.</summary>
internal static class Movers
{
    /// <summary>
    /// Rules whose points differ; the transitions at which the histories part, not those after; routing rules and SLAs
    /// that treat the same entry into a stage differently. Ids, sorted ordinally, each once.
    /// </summary>
    public static ImmutableArray<string> Between(Outcome was, Outcome now, ImmutableArray<RuleDelta> rules)
    {
        var movers = new SortedSet<string>(rules.Select(rule => rule.Rule), StringComparer.Ordinal);
        var samePath = was.History.AsSpan().SequenceEqual(now.History.AsSpan());
        if (!samePath)
        {
            AddParting(movers, was.History, now.History);
        }

        // On another path other routes and clocks follow by themselves, but not for an entry that both paths share.
        AddUneven(
            movers,
            was.Routes,
            now.Routes,
            samePath,
            (one, other) => (one.At, one.Stage) == (other.At, other.Stage),
            route => route.By
        );
        AddUneven(
            movers,
            was.Sla,
            now.Sla,
            samePath,
            (one, other) => (one.Id, one.At) == (other.Id, other.At) && one.Due != other.Due,
            clock => clock.Id
        );
        return [.. movers];
    }

    /// <summary>Of the changed parts those that do not follow from another one that changed too.</summary>
    public static ImmutableArray<string> Parts(ImmutableArray<string> fields)
    {
        var path = fields.Contains("history");
        var points = fields.Contains("rules");
        var scored = fields.Any(field => field.StartsWith("scores.", StringComparison.Ordinal));
        return
        [
            .. fields.Where(field =>
                field switch
                {
                    "stage" or "routes" or "sla" => !path,
                    "grade" => !scored,
                    _ when field.StartsWith("scores.", StringComparison.Ordinal) => !points,
                    _ when field.StartsWith("labels.", StringComparison.Ordinal) => !fields.Contains(
                        $"scores.{field["labels.".Length..]}"
                    ),
                    _ => true,
                }
            ),
        ];
    }

    private static void AddParting(
        SortedSet<string> movers,
        ImmutableArray<Outcome.StageEntry> was,
        ImmutableArray<Outcome.StageEntry> now
    )
    {
        var place = was.AsSpan().CommonPrefixLength(now.AsSpan());
        var left = place < was.Length ? was[place] : (Outcome.StageEntry?)null;
        var right = place < now.Length ? now[place] : (Outcome.StageEntry?)null;
        // Until the later of the two a lead stood where it had stood: the earlier one made the difference.
        if (left is { By: { } before } && !(right?.At < left?.At))
        {
            movers.Add(before);
        }

        if (right is { By: { } after } && !(left?.At < right?.At))
        {
            movers.Add(after);
        }
    }

    /// <summary>Adds who made the entries that only one side has, where the other side has a counterpart or the paths are the same.</summary>
    private static void AddUneven<T>(
        SortedSet<string> movers,
        ImmutableArray<T> was,
        ImmutableArray<T> now,
        bool samePath,
        Func<T, T, bool> sameEntry,
        Func<T, string?> by
    )
        where T : notnull
    {
        if (was.AsSpan().SequenceEqual(now.AsSpan()))
        {
            return;
        }

        var (left, right) = (Without(was, now), Without(now, was));
        movers.UnionWith(
            left.Where(one => samePath || right.Exists(other => sameEntry(one, other)))
                .Concat(right.Where(one => samePath || left.Exists(other => sameEntry(one, other))))
                .Select(by)
                .OfType<string>()
        );
    }

    private static List<T> Without<T>(ImmutableArray<T> all, ImmutableArray<T> others)
        where T : notnull
    {
        var left = all.ToList();
        foreach (var other in others)
        {
            left.Remove(other);
        }

        return left;
    }
}
