using Azure;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Storage.Azure.Tables;

namespace ScoreGuard.Storage.Azure;

/// <summary>A lease that is held: renewed until disposed, and given up for lost when it could not be renewed in time.</summary>
internal sealed class RunLease : IDisposable
{
    public const string Owner = "owner";
    public const string ExpiresAt = "expiresAt";

    public static readonly TimeSpan Length = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(20);

    /// <summary>A renewal that hangs must not outlive the lease.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly StoreTable _table;
    private readonly TableEntity _lease;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _lost = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ITimer _timer;
    private ETag _state;
    private bool _ended;

    public RunLease(StoreTable table, TableEntity lease, ETag state, TimeProvider time)
    {
        (_table, _lease, _state, _time) = (table, lease, state, time);
        Lost = _lost.Token;
        _timer = time.CreateTimer(_ => _ = RenewAsync(), null, Renewal, Renewal);
    }

    /// <summary>Cancelled once somebody else may have the lock.</summary>
    public CancellationToken Lost { get; }

    /// <summary>Releases the lock. If the store cannot be reached, it runs out by itself.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        Task.Run(ReleaseAsync).GetAwaiter().GetResult();
        _lost.Dispose();
    }

    private async Task RenewAsync()
    {
        await _turn.WaitAsync();
        try
        {
            if (_ended)
            {
                return;
            }

            if (!await TryRenewAsync())
            {
                _ended = true;
                await _lost.CancelAsync();
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <returns>False: the lock is lost.</returns>
    private async Task<bool> TryRenewAsync()
    {
        var now = _time.GetUtcNow();
        var until = (DateTimeOffset)_lease[ExpiresAt]!;
        if (now >= until)
        {
            return false;
        }

        using var patience = new CancellationTokenSource(Patience, _time);
        try
        {
            _lease[ExpiresAt] = now + Length;
            if (await _table.TryReplaceAsync(_lease, _state, patience.Token) is { } renewed)
            {
                _state = renewed;
                return true;
            }

            // Taken over, or renewed by an attempt whose answer got lost: the owner tells.
            var stored = await _table.FindAsync(_lease.PartitionKey, _lease.RowKey, patience.Token);
            if (stored?.GetString(Owner) != _lease.GetString(Owner))
            {
                return false;
            }

            // Until the next renewal it lasts as long as that attempt said, not longer.
            (_state, _lease[ExpiresAt]) = (stored!.ETag, stored[ExpiresAt]);
            return true;
        }
        catch (Exception unreachable) when (unreachable is StorageFault or OperationCanceledException)
        {
            // Still held: the lease lasts for further attempts.
            _lease[ExpiresAt] = until;
            return _time.GetUtcNow() < until;
        }
    }

    private async Task ReleaseAsync()
    {
        await _turn.WaitAsync();
        try
        {
            if (!_ended)
            {
                _ended = true;
                using var patience = new CancellationTokenSource(Patience, _time);
                await _table.TryRemoveAsync(_lease.PartitionKey, _lease.RowKey, _state, patience.Token);
            }
        }
        catch (Exception unreachable) when (unreachable is StorageFault or OperationCanceledException)
        {
            // It runs out by itself.
        }
        finally
        {
            _turn.Release();
        }
    }
}
