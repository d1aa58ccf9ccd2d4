using System.Collections.Immutable;

namespace ScoreGuard.Domain.Explain;

/// <summary>Says which edits stand behind a group of changed leads.</summary>
/// <param name="edits">All edits between the baseline's model and this one.</param>
public sealed class EditAttribution(ImmutableArray<ModelEdit> edits)
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

    /// <summary>
    /// The sentences of the closest edits: those of what moved the leads itself; else those that reach it through
    /// something else; else those of the scores and parts that changed; empty where the model was not edited.
    /// </summary>
    /// <param name="fields">Changed parts of the outcome, as <c>scores.total</c>.</param>
    /// <param name="movers">Ids of rules, transitions and routing rules that made the difference.</param>
    public ImmutableArray<string> Of(ImmutableArray<string> fields, ImmutableArray<string> movers)
    {
        if (edits.Length <= 1)
        {
            return Sentences(_ => true);
        }

        var scores = fields
            .Where(field => field.Contains('.', StringComparison.Ordinal))
            .Select(field => field[(field.IndexOf('.', StringComparison.Ordinal) + 1)..])
            .ToHashSet(StringComparer.Ordinal);
        var areas = AreasOfFields.Where(area => fields.Contains(area.Field)).SelectMany(area => area.Areas).ToHashSet();
        ReadOnlySpan<Func<ModelEdit, bool>> nearestFirst =
        [
            edit => movers.Contains(edit.Name),
            edit => edit.Touches.Any(movers.Contains),
            edit => areas.Contains(edit.Area) || edit.Touches.Any(scores.Contains),
        ];
        foreach (var near in nearestFirst)
        {
            var sentences = Sentences(near);
            if (!sentences.IsEmpty)
            {
                return sentences;
            }
        }

        return [];
    }

    private ImmutableArray<string> Sentences(Func<ModelEdit, bool> near) =>
        [.. edits.Where(near).Select(edit => edit.Sentence)];
}
