namespace ScoreGuard.Domain.Documents.Shapes;

/// <summary>A value and where it stands, for what can only be judged later: whether a name exists, or stands twice.</summary>
public sealed record Placed<T>(Place Place, T Value);
