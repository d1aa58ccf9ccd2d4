namespace ScoreGuard.Targets.Platforms;

/// <summary>A request to a platform, made anew for every attempt.</summary>
/// <param name="What">For messages: <c>create contacts</c>.</param>
/// <param name="Path">Relative to the connection's address, with its query, encoded.</param>
/// <param name="Body">Null: none.</param>
public sealed record PlatformCall(HttpMethod Method, string What, string Path, Func<HttpContent>? Body = null)
{
    /// <summary>Headers beside what the platform's habits set.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>False where doing it twice would do it twice, and the platform cannot tell: then only what was surely not done is repeated. Default true.</summary>
    public bool MayRepeat { get; init; } = true;
}
