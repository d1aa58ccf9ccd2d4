using System.Collections.Immutable;

namespace ScoreGuard.Domain.Explain;

/// <summary>One difference between two models, told in words.</summary>
/// <param name="Name">The id or name of the part as it stands in the newer model (in the older one where it was removed).</param>
/// <param name="Path">Where in the model, as <c>scores.behaviour.rules[demo-request].points</c>.</param>
/// <param name="Sentence">For people: what it is now and what it was. Values from the model stand in it as they are, so encode it.</param>
/// <param name="Touches">
/// Names of the rules, transitions, routing rules, SLAs, segments, fields and dimensions through which the edit can move
/// an outcome, of both models, in ordinal order; empty where it can move none (the name of the model, a rule that is off before and after).
/// </param>
public sealed record ModelEdit(
    EditKind Kind,
    EditArea Area,
    string Name,
    string Path,
    string Sentence,
    ImmutableArray<string> Touches
);
