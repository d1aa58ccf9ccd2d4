namespace ScoreGuard.Domain.Drift;

/// <summary>Takes every changed lead while the comparison goes on, in the order of the leads; none are kept in memory.</summary>
public interface IChangeSink
{
    void Write(LeadChange change);
}
