using System.Collections.Immutable;

namespace ScoreGuard.Domain.Explain;

/// <summary>Says which edits stand behind a changed lead.</summary>
public sealed class EditAttribution
{
    private static readonly (string Field, EditArea[] Areas)[] AreasOfFields =
    [
        ("sla", [EditArea.Sla, EditArea.Calendar]),
        ("routes", [EditArea.Routing]),
        ("grade", [EditArea.Grade]),
        ("notes", [EditArea.Field]),
        ("stage", [EditArea.Lifecycle]),
        ("history", [EditArea.Lifecycle]),
    ];

    private readonly ImmutableArray<ModelEdit> edits;
    private readonly ILookup<string, int> named;
    private readonly ILookup<string, int> touching;

    /// <param name="all">All edits between the baseline's model and this one; those that can move no outcome are never behind a lead.</param>
    public EditAttribution(ImmutableArray<ModelEdit> all)
    {
        edits = [.. all.Where(edit => !edit.Touches.IsEmpty)];
        var places = Enumerable.Range(0, edits.Length).ToList();
        named = places.Where(MovesByItself).ToLookup(place => edits[place].Name, StringComparer.Ordinal);
        touching = places
            .SelectMany(place => edits[place].Touches, (place, name) => (place, name))
            .ToLookup(pair => pair.name, pair => pair.place, StringComparer.Ordinal);
    }

    /// <summary>For comparisons with the same model.</summary>
    public static EditAttribution None { get; } = new([]);

    /// <summary>
    /// For everything that moved the lead the closest edits: those of the rule itself; else those that reach it through
    /// something else. Where they explain nothing, the edits of the parts and scores that changed. In the order of all
    /// edits, each once; empty where the model was not edited, or not there. A single edit is behind every lead.
    /// </summary>
    /// <param name="fields">Changed parts of the outcome, as <c>scores.total</c>.</param>
    /// <param name="movers">Ids of rules, transitions, routing rules and SLAs that made the difference.</param>
    public ImmutableArray<ModelEdit> Behind(ImmutableArray<string> fields, ImmutableArray<string> movers)
    {
        if (edits.Length <= 1)
        {
            return edits;
        }

        var found = new SortedSet<int>();
        foreach (var mover in movers)
        {
            found.UnionWith(named.Contains(mover) ? named[mover] : touching[mover]);
        }

        found.UnionWith(Where(edit => Bands(edit, fields)));
        if (found.Count == 0)
        {
            found.UnionWith(Around(fields));
        }

        return [.. found.Select(place => edits[place])];
    }

    private bool MovesByItself(int place) =>
        edits[place].Area is EditArea.Rule or EditArea.Transition or EditArea.Routing or EditArea.Sla;

    /// <summary>Whether the lead has another label or grade for the same scores, which only an edit of the bands can do.</summary>
    private static bool Bands(ModelEdit edit, ImmutableArray<string> fields) =>
        edit.Area switch
        {
            EditArea.Label => fields.Contains($"labels.{edit.Name}") && !fields.Contains($"scores.{edit.Name}"),
            EditArea.Grade => fields.Contains("grade")
                && !fields.Any(field => field.StartsWith("scores.", StringComparison.Ordinal)),
            _ => false,
        };

    private IEnumerable<int> Around(ImmutableArray<string> fields)
    {
        var scores = fields
            .Where(field => field.Contains('.', StringComparison.Ordinal))
            .Select(field => field[(field.IndexOf('.', StringComparison.Ordinal) + 1)..])
            .ToHashSet(StringComparer.Ordinal);
        var areas = AreasOfFields.Where(area => fields.Contains(area.Field)).SelectMany(area => area.Areas).ToHashSet();
        return Where(edit => areas.Contains(edit.Area) || edit.Touches.Any(scores.Contains));
    }

    private IEnumerable<int> Where(Func<ModelEdit, bool> near) =>
        Enumerable.Range(0, edits.Length).Where(place => near(edits[place]));
}
