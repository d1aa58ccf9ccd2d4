using ScoreGuard.Domain.Leads;
using ScoreGuard.Storage.Json;

namespace ScoreGuard.Storage.Folder;

/// <summary><c>leads/….json</c>, one a set, and <c>leads.json</c>, which points to the current one.</summary>
internal sealed class FolderLeadSetStore(StoreFolder folder) : ILeadSetStore
{
    private readonly FolderPointer _pointer = new(folder.PathOf("leads.json"));

    public Task<LeadSet?> FindCurrentAsync(CancellationToken cancellationToken)
    {
        if (_pointer.Find() is not { } pointer)
        {
            return Task.FromResult<LeadSet?>(null);
        }

        var path = PathOf(pointer.Current);
        return Task.FromResult<LeadSet?>(
            SealedDocument.Read(FolderPointer.GetTarget(pointer, path), StoredJson.Default.LeadSet, path)
        );
    }

    public Task<LeadSet?> FindAsync(string root, CancellationToken cancellationToken) =>
        Task.FromResult(StoreFolder.Find(PathOf(root), StoredJson.Default.LeadSet));

    public Task<bool> TryReplaceAsync(LeadSet next, string? expectedRoot, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var content = SealedDocument.Write(next, StoredJson.Default.LeadSet);
        return Task.FromResult(_pointer.TryMove(expectedRoot, next.Root, PathOf(next.Root), content));
    }

    private string PathOf(string root) => folder.PathOf("leads", StoreFolder.FileName(root, ".json"));
}
