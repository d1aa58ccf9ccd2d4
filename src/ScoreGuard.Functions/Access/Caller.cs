namespace ScoreGuard.Functions.Access;

/// <summary>Who makes a request.</summary>
/// <param name="Name">As the platform signed them in; null: known by a key only.</param>
internal sealed record Caller(Level Level, string? Name)
{
    public static Caller Nobody { get; } = new(Level.None, null);
}
