using System.Text.Json;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Storage.Json;

namespace ScoreGuard.Storage.Folder;

/// <summary><c>lock</c>, held by the operating system, and <c>lock-holder.json</c>, which says by whom.</summary>
internal sealed class FolderRunLock(StoreFolder folder) : IRunLock
{
    private string HolderPath => folder.PathOf("lock-holder.json");

    public Task<RunLockResult> TryAcquireAsync(string purpose, Instant at, CancellationToken cancellationToken)
    {
        var gate = FileGate.TryClose(folder.PathOf("lock"));
        if (gate is null)
        {
            return Task.FromResult<RunLockResult>(new RunLockResult.Held(Holder()));
        }

        try
        {
            folder.SweepTemporaries();
            var holder = new LockHolder(purpose, Environment.ProcessId, at);
            StoreFolder.WriteBytes(
                HolderPath,
                JsonSerializer.SerializeToUtf8Bytes(holder, StoredJson.Default.LockHolder)
            );
            return Task.FromResult<RunLockResult>(new RunLockResult.Acquired(gate));
        }
        catch
        {
            gate.Dispose();
            throw;
        }
    }

    private string Holder()
    {
        try
        {
            var holder = JsonSerializer.Deserialize(File.ReadAllBytes(HolderPath), StoredJson.Default.LockHolder)!;
            return $"a {holder.Purpose} (process {holder.ProcessId}, since {holder.Since})";
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or JsonException)
        {
            return "another process";
        }
    }
}
