namespace ScoreGuard.Domain.Baselines;

/// <summary>What was decided.</summary>
public enum DecisionKind
{
    /// <summary>The outcomes are as they should be: they become the baseline (those of a preview once live equals it).</summary>
    Accept,

    /// <summary>The outcomes are wrong: the baseline stays, somebody has to undo what moved them.</summary>
    Reject,

    /// <summary>Live came to equal an accepted preview and was promoted without being asked again.</summary>
    Promote,
}
