namespace ScoreGuard.Domain.Baselines;

/// <summary>How much of a run a decision is about.</summary>
public enum DecisionScope
{
    All,
    Causes,
    Leads,
}
