using System.Collections.Immutable;

namespace ScoreGuard.Domain.Outcomes;

/// <summary>What became of one lead. Its bytes are section 7 of the specification; equal bytes are equal outcomes.</summary>
/// <remarks>Collections in the order of the outcome line; empty where the line has none.</remarks>
public sealed record Outcome(
    string Lead,
    ImmutableArray<Outcome.Score> Scores,
    ImmutableArray<Outcome.Label> Labels,
    string? Grade,
    string? Stage,
    ImmutableArray<Outcome.StageEntry> History,
    ImmutableArray<Outcome.Route> Routes,
    ImmutableArray<Outcome.SlaClock> Sla,
    ImmutableArray<Outcome.RulePoints> Rules,
    ImmutableArray<Outcome.Note> Notes,
    Outcome.Failure? Error
)
{
    /// <summary>The score in a dimension; null: the outcome does not speak of it.</summary>
    public Score? FindScore(string dimension)
    {
        foreach (var score in Scores)
        {
            if (string.Equals(score.Dimension, dimension, StringComparison.Ordinal))
            {
                return score;
            }
        }

        return null;
    }

    /// <summary>The label in a dimension; null: there is none.</summary>
    public string? FindLabel(string dimension)
    {
        foreach (var label in Labels)
        {
            if (string.Equals(label.Dimension, dimension, StringComparison.Ordinal))
            {
                return label.Name;
            }
        }

        return null;
    }

    /// <param name="Value">Null: unscored.</param>
    public readonly record struct Score(string Dimension, decimal? Value);

    public readonly record struct Label(string Dimension, string Name);

    /// <param name="By">The transition; null: creation.</param>
    public readonly record struct StageEntry(string Stage, Instant At, string? By);

    /// <param name="By">The routing rule; null: the default.</param>
    public readonly record struct Route(Instant At, string Stage, string To, string? By, Instant? AlertDue);

    /// <param name="Status"><c>met</c>, <c>breached</c> or <c>open</c>.</param>
    public readonly record struct SlaClock(string Id, Instant At, Instant Due, string Status);

    /// <param name="Points">Aged, before group and dimension clamps; never 0.</param>
    public readonly record struct RulePoints(string Rule, decimal Points);

    public readonly record struct Note(Instant At, string Field, string Expected);

    public readonly record struct Failure(string Code, Instant At);
}
