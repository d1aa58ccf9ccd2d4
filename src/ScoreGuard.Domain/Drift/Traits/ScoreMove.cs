namespace ScoreGuard.Domain.Drift.Traits;

/// <summary>How far one score moved for the leads of a cause.</summary>
/// <param name="Least">The smallest difference, now less before; null: no lead has the score on both sides.</param>
/// <param name="Most">The largest; the same where every lead moved as far.</param>
/// <param name="OneSided">Leads that have the score on one side only.</param>
public readonly record struct ScoreMove(string Dimension, decimal? Least, decimal? Most, long OneSided)
{
    public bool IsStill => OneSided == 0 && Least is null or 0 && Most is null or 0;
}
