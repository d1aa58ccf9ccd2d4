using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Domain.Models.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>The section <c>segments</c>: what each asks, and which of them read scores, themselves or through others.</summary>
internal sealed class SegmentsReader(ModelNames names, CriterionReader criteria)
{
    public ImmutableArray<Segment> Read(RecordReader model)
    {
        var segments = model.Get(ModelShape.Segments, []);
        var uses = new Dictionary<string, CriterionUse>(StringComparer.Ordinal);
        var read = ImmutableArray.CreateBuilder<Segment>(segments.Length);
        foreach (var segment in segments)
        {
            var use = CriterionUse.Anything();
            uses.TryAdd(segment.Name, use);
            if (criteria.When(segment.Value, use) is { } when)
            {
                read.Add(new(segment.Name, when));
            }
        }

        var byName = segments.ToLookup(segment => segment.Name, StringComparer.Ordinal);
        var cycles = Cycles.Find([.. uses.Keys], name => uses[name].Segments);
        foreach (var cycle in cycles)
        {
            byName[cycle[0]]
                .First()
                .NameError(
                    ModelCodes.SegmentCycle,
                    $"Segments cannot use themselves: {Cycles.Spell(cycle)}; take one out of another."
                );
        }

        if (cycles.Count == 0)
        {
            var byRead = read.DistinctBy(segment => segment.Name).ToDictionary(s => s.Name, StringComparer.Ordinal);
            criteria.Extents.Measure(segments, byRead, name => uses[name].Segments);
        }

        FollowScores(uses);
        return read.ToImmutable();
    }

    private void FollowScores(Dictionary<string, CriterionUse> uses)
    {
        var users = uses.SelectMany(use => use.Value.Segments.Select(used => (used, user: use.Key)))
            .ToLookup(pair => pair.used, pair => pair.user, StringComparer.Ordinal);
        var reached = new Queue<(string Segment, string Key)>(
            from use in uses
            where use.Value.ScoreKey is not null
            select (use.Key, use.Value.ScoreKey)
        );
        while (reached.TryDequeue(out var next))
        {
            if (!names.ScoreReads.TryAdd(next.Segment, next.Key))
            {
                continue;
            }

            foreach (var user in users[next.Segment])
            {
                reached.Enqueue((user, next.Key));
            }
        }
    }
}
