using System.Collections.Immutable;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Storage.Json;

namespace ScoreGuard.Storage.Folder;

/// <summary><c>runs/….json</c> and <c>decisions/….json</c>: a file each, written once.</summary>
internal sealed class FolderRunStore(StoreFolder folder) : IRunStore
{
    private const string End = ".json";

    public Task AppendAsync(RunRecord run, CancellationToken cancellationToken)
    {
        Append(PathOf("runs", run.Id), () => SealedDocument.Write(run, StoredJson.Default.RunRecord));
        return Task.CompletedTask;
    }

    public Task<RunRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(RunId.IsRunId(id) ? StoreFolder.Find(PathOf("runs", id), StoredJson.Default.RunRecord) : null);

    public Task<ImmutableArray<RunRecord>> ListAsync(int limit, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<RunRecord>>([
            .. StoreFolder
                .List(folder.PathOf("runs"), End)
                .Reverse()
                .Take(limit)
                .Select(path => StoreFolder.Get(path, StoredJson.Default.RunRecord)),
        ]);

    public Task<RunRecord?> FindLastJudgedAsync(CancellationToken cancellationToken) =>
        Task.FromResult(
            StoreFolder
                .List(folder.PathOf("runs"), End)
                .Reverse()
                .Select(path => StoreFolder.Get(path, StoredJson.Default.RunRecord))
                .FirstOrDefault(run => run.IsJudged())
        );

    public Task AppendAsync(Decision decision, CancellationToken cancellationToken)
    {
        Append(PathOf("decisions", decision.Id), () => SealedDocument.Write(decision, StoredJson.Default.Decision));
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<Decision>> ListDecisionsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<Decision>>([
            .. StoreFolder
                .List(folder.PathOf("decisions"), End)
                .Select(path => StoreFolder.Get(path, StoredJson.Default.Decision))
                .OrderBy(decision => decision.At),
        ]);

    private static void Append(string path, Func<byte[]> content)
    {
        var bytes = content();
        if (StoreFolder.FindBytes(path) is { } recorded)
        {
            if (recorded.AsSpan().SequenceEqual(bytes))
            {
                return;
            }

            throw new StorageFault("append", path, new IOException("it is recorded already"));
        }

        StoreFolder.WriteBytes(path, bytes);
    }

    /// <summary>Names hold letters, digits and dashes only: none of them can leave the folder.</summary>
    private string PathOf(string kind, string id) =>
        id.Length is > 0 and < 100 && id.All(unit => char.IsAsciiLetterOrDigit(unit) || unit == '-')
            ? folder.PathOf(kind, id + End)
            : throw new ArgumentException($"'{id}' is no name of a run or decision.", nameof(id));
}
