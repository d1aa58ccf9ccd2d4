namespace ScoreGuard.Benchmarks.Store;

/// <summary>A way to keep a baseline in a storage account.</summary>
internal interface IStoreContestant
{
    string Name { get; }

    /// <summary>Writes the outcomes as a baseline of that name, which was never written before.</summary>
    Task WriteAsync(string baseline);

    /// <summary>Reads them all back.</summary>
    /// <returns>Bytes of outcome lines, which are compared with what was written.</returns>
    Task<long> ReadAsync(string baseline);
}
