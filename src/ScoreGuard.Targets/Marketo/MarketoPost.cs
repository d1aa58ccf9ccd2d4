namespace ScoreGuard.Targets.Marketo;

/// <summary>A call that writes.</summary>
/// <param name="What">For messages: <c>create leads</c>.</param>
internal sealed record MarketoPost(string What, string Path, byte[] Body)
{
    /// <summary>False where doing it twice would do it twice. Default true.</summary>
    public bool MayRepeat { get; init; } = true;
}
