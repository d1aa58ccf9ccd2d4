namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>What becomes of properties that an update does not name.</summary>
public enum TableUpdateMode
{
    /// <summary>They stay.</summary>
    Merge,

    /// <summary>They go.</summary>
    Replace,
}
