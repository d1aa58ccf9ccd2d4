namespace ScoreGuard.Domain.Outcomes;

/// <summary>Takes outcomes for people to look through, in the order of the leads; none are kept in memory.</summary>
public interface IOutcomeSink
{
    void Write(OutcomeRow row);
}
