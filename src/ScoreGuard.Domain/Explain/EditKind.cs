namespace ScoreGuard.Domain.Explain;

/// <summary>What happened to a part of a model between two versions.</summary>
public enum EditKind
{
    Added,
    Removed,

    /// <summary>It says something else, or stands at another place where the order counts.</summary>
    Changed,

    /// <summary>It says the same under another id or name.</summary>
    Renamed,
}
