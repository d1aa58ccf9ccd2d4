using Azure;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Storage.Azure.Tables;

namespace ScoreGuard.Storage.Azure;

/// <summary><c>lock</c> in the workspace's partition: a lease that runs out by itself when its holder is gone.</summary>
internal sealed class AzureRunLock(StoreTable table, string workspace, TimeProvider time) : IRunLock
{
    private const string RowKey = "lock";

    /// <summary>Between an entity that vanished and one that appeared, asking again settles it.</summary>
    private const int Attempts = 3;

    public async Task<RunLockResult> TryAcquireAsync(string purpose, Instant at, CancellationToken cancellationToken)
    {
        var lease = new TableEntity(workspace, RowKey)
        {
            ["purpose"] = purpose,
            ["machine"] = Environment.MachineName,
            ["process"] = Environment.ProcessId,
            ["since"] = Columns.Of(at),
            [RunLease.Owner] = AzureKeys.NewAttempt(),
        };
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var now = time.GetUtcNow();
            lease[RunLease.ExpiresAt] = now + RunLease.Length;
            if (await table.TryAddAsync(lease, cancellationToken) is { } added)
            {
                return Acquired(lease, added);
            }

            if (await table.FindAsync(workspace, RowKey, cancellationToken) is not { } other)
            {
                continue;
            }

            if (other.GetString(RunLease.Owner) == lease.GetString(RunLease.Owner))
            {
                return Acquired(lease, other.ETag);
            }

            if (other[RunLease.ExpiresAt] is DateTimeOffset expiresAt && expiresAt > now)
            {
                return new RunLockResult.Held(Words(other));
            }

            if (await table.TryReplaceAsync(lease, other.ETag, cancellationToken) is { } taken)
            {
                return Acquired(lease, taken);
            }
        }

        return new RunLockResult.Held("another process");
    }

    private RunLockResult.Acquired Acquired(TableEntity lease, ETag state)
    {
        var held = new RunLease(table, lease, state, time);
        return new(held, held.Lost);
    }

    private static string Words(TableEntity lease)
    {
        var since = lease[Since] is DateTimeOffset at ? new Instant(at.ToUnixTimeMilliseconds()).ToString() : "?";
        return $"a {lease["purpose"]} (process {lease["process"]} on {lease["machine"]}, since {since})";
    }

    private const string Since = "since";
}
