namespace ScoreGuard.Targets.Salesforce;

/// <summary>A call that changes several records.</summary>
/// <param name="What">For messages: <c>create leads</c>.</param>
/// <param name="Path">Below the version.</param>
/// <param name="MayRepeat">False: doing it twice would do it twice.</param>
internal sealed record SalesforceWrite(HttpMethod Method, string What, string Path, bool MayRepeat = true);
