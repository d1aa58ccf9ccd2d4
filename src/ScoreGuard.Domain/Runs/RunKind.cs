namespace ScoreGuard.Domain.Runs;

/// <summary>What was replayed.</summary>
public enum RunKind
{
    /// <summary>The workspace's own model.</summary>
    Run,

    /// <summary>A candidate: how far an edit would reach. Never moves the baseline by itself.</summary>
    Preview,
}
