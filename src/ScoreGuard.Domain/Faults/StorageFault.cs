namespace ScoreGuard.Domain.Faults;

/// <summary>The store could not do what it was asked: a full disk, a read-only folder, a refused connection. Nothing is lost; try again once it is mended.</summary>
/// <param name="operation">What was tried, as a verb: <c>write</c>.</param>
/// <param name="resource">On what, as the user would find it: a path or a name.</param>
public sealed class StorageFault(string operation, string resource, Exception? inner)
    : Exception($"Could not {operation} {resource}: {inner?.Message.TrimEnd('.') ?? "refused"}.", inner)
{
    public string Operation { get; } = operation;

    public string Resource { get; } = resource;
}
