using System.Collections.Immutable;
using System.Globalization;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Application.Live;

/// <summary>Makes an outcome of what a platform says about a record.</summary>
/// <remarks>
/// A platform says where a lead stands, not when it got there: the stage and the route are given the instant
/// <paramref name="asOf"/>, so that two replays of the same behaviour give the same bytes.
/// </remarks>
internal sealed class LiveOutcome(OutcomeMapping mapping, Instant asOf)
{
    /// <exception cref="FormatException">A score is no number; the message names the property.</exception>
    public Outcome Of(string lead, ImmutableDictionary<string, string?> values)
    {
        var stage = Named(mapping.Stage, values);
        return new(
            lead,
            [
                .. mapping.Scores.Select(score => new Outcome.Score(
                    score.Ours,
                    Number(score, Find(values, score.Theirs))
                )),
            ],
            [
                .. mapping
                    .Labels.Select(label => (label.Ours, Name: Find(values, label.Theirs)))
                    .Where(label => label.Name is not null)
                    .Select(label => new Outcome.Label(label.Ours, label.Name!)),
            ],
            mapping.Grade is { } grade ? Find(values, grade) : null,
            stage,
            stage is null ? [] : [new(stage, asOf, null)],
            Named(mapping.Route, values) is { } route ? [new(asOf, stage ?? "-", route, null, null)] : [],
            [],
            [],
            [],
            null
        );
    }

    private static decimal? Number(FieldMapping score, string? text)
    {
        if (text is null)
        {
            return null;
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Math.Round(number, 3, MidpointRounding.AwayFromZero)
            : throw new FormatException($"the score in `{score.Theirs}` is no number");
    }

    private static string? Named(ValueMapping? mapping, ImmutableDictionary<string, string?> values) =>
        mapping is not null && Find(values, mapping.Field) is { } theirs ? mapping.ToOurs(theirs) : null;

    private static string? Find(ImmutableDictionary<string, string?> values, string name) =>
        values.GetValueOrDefault(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
