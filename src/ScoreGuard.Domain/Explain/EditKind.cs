namespace ScoreGuard.Domain.Explain;

/// <summary>What happened to a part of a model between two versions. A part under another name has <see cref="Changed"/>.</summary>
public enum EditKind
{
    Added,
    Removed,
    Changed,
}
