namespace ScoreGuard.Targets.Marketo;

/// <summary>A search whose answer has pages.</summary>
/// <param name="What">For messages: <c>find leads</c>.</param>
/// <param name="Query">Without a question mark, encoded.</param>
internal sealed record MarketoSearch(string What, string Path, string Query)
{
    /// <summary>The token of the first page; empty: it needs none.</summary>
    public string First { get; init; } = "";
}
