namespace ScoreGuard.Functions.Access;

/// <summary>What somebody may do.</summary>
internal enum Level
{
    None,

    /// <summary>See runs, reports and baselines.</summary>
    Read,

    /// <summary>Order runs and decide, too.</summary>
    Operate,
}
