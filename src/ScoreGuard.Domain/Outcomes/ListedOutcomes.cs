namespace ScoreGuard.Domain.Outcomes;

/// <summary>How much of a run's outcomes is listed for people to look through.</summary>
/// <param name="Rows">The first so many leads.</param>
/// <param name="Leads">Of so many.</param>
public readonly record struct ListedOutcomes(long Rows, long Leads)
{
    /// <summary>As many as a person looks through in a spreadsheet, however large the population is.</summary>
    public const int Most = 10_000;
}
