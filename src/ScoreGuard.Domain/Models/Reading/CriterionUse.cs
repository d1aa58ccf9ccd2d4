namespace ScoreGuard.Domain.Models.Reading;

/// <summary>What the place of a criterion allows, and what the criterion used.</summary>
/// <param name="MayReadScores">False in attribute rules: their points are part of what they would read.</param>
internal sealed record CriterionUse(bool MayReadScores)
{
    /// <summary>The segments named, in document order.</summary>
    public List<string> Segments { get; } = [];

    /// <summary>The first key that reads a score, a label or the grade; null: none.</summary>
    public string? ScoreKey { get; set; }

    public static CriterionUse Anything() => new(MayReadScores: true);
}
