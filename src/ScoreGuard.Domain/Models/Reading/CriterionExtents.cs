using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>How large criteria become once the segments that they use are put in, and that none becomes too large.</summary>
/// <remarks>
/// Forty short segments, each of which uses the one before twice, are 10¹² parts, and twenty thousand, each of which uses the
/// one before, are as many levels. Who holds a model may put segments in, and recurse, without asking again.
/// </remarks>
internal sealed class CriterionExtents
{
    /// <summary>Parts of all criteria of a model together, segments put in.</summary>
    public const int MostParts = 100_000;

    /// <summary>Levels of one criterion, segments put in.</summary>
    public const int MostLevels = 128;

    private readonly Dictionary<string, Extent> segments = new(StringComparer.Ordinal);
    private long parts;

    /// <summary>Measures all segments, which must not use one another in a circle. To be called once, before any use.</summary>
    public void Measure(
        IReadOnlyCollection<Named<Place>> named,
        IReadOnlyDictionary<string, Segment> read,
        Func<string, IEnumerable<string>> used
    )
    {
        var places = named.ToLookup(segment => segment.Name, StringComparer.Ordinal);
        // With a stack of its own: the chain may be as long as the document is large.
        var open = new Stack<string>(named.Select(segment => segment.Name));
        while (open.TryPeek(out var name))
        {
            string[] missing =
            [
                .. segments.ContainsKey(name)
                    ? []
                    : used(name).Where(other => !segments.ContainsKey(other) && places.Contains(other)),
            ];
            foreach (var other in missing)
            {
                open.Push(other);
            }

            if (missing.Length > 0)
            {
                continue;
            }

            open.Pop();
            if (!segments.ContainsKey(name))
            {
                segments[name] = read.TryGetValue(name, out var segment)
                    ? Bounded(Of(segment.When), places[name].First().Place, $"The segment {Quote.Code(name)}")
                    : default;
            }
        }
    }

    /// <summary>Counts a criterion that something asks, and reports it where it is too deep or one too many.</summary>
    public void Count(Criterion criterion, Place place)
    {
        var extent = Bounded(Of(criterion), place, "This criterion");
        var before = parts;
        parts += extent.IsRefused ? 0 : extent.Parts;
        if (before <= MostParts && parts > MostParts)
        {
            place.Error(
                ModelCodes.CriteriaTooLarge,
                $"With this one, the criteria of the model have {parts} parts, counting those of a segment at each use; at most {MostParts} are read: use shorter segments, or put a question that many rules ask into a derived field."
            );
        }
    }

    // One error where the bound is crossed; what uses the criterion is not blamed again.
    private static Extent Bounded(Extent extent, Place place, string what)
    {
        if (extent.IsRefused)
        {
            return extent;
        }

        if (extent.Levels > MostLevels)
        {
            place.Error(
                ModelCodes.CriteriaTooDeep,
                $"{what} is {extent.Levels} levels deep, counting those of the segments that it uses; at most {MostLevels} are read: let segments use one another through fewer others."
            );
            return new(Parts: 0, Levels: 0, IsRefused: true);
        }

        if (extent.Parts > MostParts)
        {
            place.Error(
                ModelCodes.CriteriaTooLarge,
                $"{what} has {extent.Parts} parts, counting those of a segment at each use; at most {MostParts} are read: use segments that repeat one another less."
            );
            return new(Parts: 0, Levels: 0, IsRefused: true);
        }

        return extent;
    }

    private Extent Of(Criterion criterion) =>
        criterion switch
        {
            Criterion.All all => Around(all.Parts.Select(Of)),
            Criterion.Any any => Around(any.Parts.Select(Of)),
            Criterion.Not not => Around([Of(not.Inner)]),
            Criterion.InSegment segment => Around(segment.Segments.Select(name => segments.GetValueOrDefault(name))),
            Criterion.Did { Where: { } where } => Around([Of(where)]),
            _ => new(Parts: 1, Levels: 1),
        };

    private static Extent Around(IEnumerable<Extent> inner) =>
        inner.Aggregate(
            new Extent(Parts: 1, Levels: 1),
            (whole, part) =>
                new(
                    whole.Parts + part.Parts,
                    Math.Max(whole.Levels, part.Levels + 1),
                    whole.IsRefused || part.IsRefused
                )
        );

    /// <param name="Parts">At most <see cref="MostParts"/> for each of a document's uses: a long holds any sum.</param>
    private readonly record struct Extent(long Parts, int Levels, bool IsRefused = false);
}
