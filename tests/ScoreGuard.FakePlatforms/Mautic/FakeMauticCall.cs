namespace ScoreGuard.FakePlatforms.Mautic;

/// <summary>A request that the fake got.</summary>
/// <param name="Path">With its query, decoded.</param>
/// <param name="Number">From 1, of all.</param>
public sealed record FakeMauticCall(
    int Number,
    string Method,
    string Path,
    string? Authorization,
    string? Cookie,
    string Body
);
