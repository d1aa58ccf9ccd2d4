using System.Collections.Immutable;

namespace ScoreGuard.Domain.Workspaces.Targets;

/// <summary>What is read back from a record, and what it is called in reports.</summary>
/// <param name="Scores">Dimensions, in the order of reports, each with its property.</param>
/// <param name="Labels">Labels of dimensions, each with its property.</param>
/// <param name="Grade">Null: there is none.</param>
/// <param name="Stage">Null: there is none.</param>
/// <param name="Route">Who gets the lead; null: not read.</param>
/// <param name="Expected">Properties that a settled record has a value in, at least one score unless the workspace says otherwise.</param>
public sealed record OutcomeMapping(
    ImmutableArray<FieldMapping> Scores,
    ImmutableArray<FieldMapping> Labels,
    string? Grade,
    ValueMapping? Stage,
    ValueMapping? Route,
    ImmutableArray<string> Expected
)
{
    public static OutcomeMapping None { get; } = new([], [], null, null, null, []);

    /// <summary>Every property that has to be read back, each once.</summary>
    public ImmutableArray<string> Properties() =>
        [
            .. Scores
                .Concat(Labels)
                .Select(field => field.Theirs)
                .Concat([Grade ?? "", Stage?.Field ?? "", Route?.Field ?? ""])
                .Concat(Expected)
                .Where(name => name.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];
}

/// <summary>A property whose values have other names here.</summary>
/// <param name="Values">Theirs to ours; a value that is not named stays as it is.</param>
/// <param name="Order">Stages in their order; empty: as they were met.</param>
public sealed record ValueMapping(string Field, ImmutableArray<FieldMapping> Values, ImmutableArray<string> Order)
{
    /// <summary>What the platform's <paramref name="value"/> is called here.</summary>
    public string ToOurs(string value)
    {
        foreach (var mapping in Values)
        {
            if (mapping.Theirs == value)
            {
                return mapping.Ours;
            }
        }

        return value;
    }

    /// <summary>What the platform calls <paramref name="value"/>.</summary>
    public string ToTheirs(string value)
    {
        foreach (var mapping in Values)
        {
            if (mapping.Ours == value)
            {
                return mapping.Theirs;
            }
        }

        return value;
    }
}
