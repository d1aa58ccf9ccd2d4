using System.Collections.Immutable;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Domain.Drift;

/// <summary>Names the parts of two outcomes that differ: <c>scores.total</c>, <c>labels.total</c>, <c>stage</c>, <c>routes</c>.</summary>
internal static class ChangedFields
{
    public static ImmutableArray<string> Between(Outcome was, Outcome now)
    {
        var fields = ImmutableArray.CreateBuilder<string>();
        AddNamed(
            fields,
            "scores.",
            [.. was.Scores.Select(score => (score.Dimension, (object?)score.Value))],
            [.. now.Scores.Select(score => (score.Dimension, (object?)score.Value))]
        );
        AddNamed(
            fields,
            "labels.",
            [.. was.Labels.Select(label => (label.Dimension, (object?)label.Name))],
            [.. now.Labels.Select(label => (label.Dimension, (object?)label.Name))]
        );
        Add(fields, "grade", !string.Equals(was.Grade, now.Grade, StringComparison.Ordinal));
        Add(fields, "stage", !string.Equals(was.Stage, now.Stage, StringComparison.Ordinal));
        Add(fields, "history", !was.History.AsSpan().SequenceEqual(now.History.AsSpan()));
        Add(fields, "routes", !was.Routes.AsSpan().SequenceEqual(now.Routes.AsSpan()));
        Add(fields, "sla", !was.Sla.AsSpan().SequenceEqual(now.Sla.AsSpan()));
        Add(fields, "rules", !was.Rules.AsSpan().SequenceEqual(now.Rules.AsSpan()));
        Add(fields, "notes", !was.Notes.AsSpan().SequenceEqual(now.Notes.AsSpan()));
        Add(fields, "error", was.Error != now.Error);
        return fields.DrainToImmutable();
    }

    private static void Add(ImmutableArray<string>.Builder fields, string field, bool differs)
    {
        if (differs)
        {
            fields.Add(field);
        }
    }

    private static void AddNamed(
        ImmutableArray<string>.Builder fields,
        string prefix,
        (string Name, object? Value)[] was,
        (string Name, object? Value)[] now
    )
    {
        if (was.AsSpan().SequenceEqual(now))
        {
            return;
        }

        var names = now.Select(item => item.Name).Union(was.Select(item => item.Name), StringComparer.Ordinal);
        var moved = names.Where(name => !SameUnder(name)).ToList();
        // The same values in another order: the line differs, so something has to be named.
        fields.AddRange(moved.Count == 0 ? [prefix.TrimEnd('.')] : moved.Select(name => prefix + name));

        bool SameUnder(string name) =>
            was.Where(item => item.Name == name).SequenceEqual(now.Where(item => item.Name == name));
    }
}
