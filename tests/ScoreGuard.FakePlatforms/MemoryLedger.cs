using System.Collections.Concurrent;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.FakePlatforms;

/// <summary>A ledger of calls that ends with the test.</summary>
public sealed class MemoryLedger : ICallLedger
{
    private readonly ConcurrentDictionary<string, int> _taken = new(StringComparer.Ordinal);

    public int Taken(string account) => _taken.GetValueOrDefault(account);

    public Task<bool> TryTakeAsync(string account, int calls, int most, CancellationToken cancellationToken)
    {
        while (true)
        {
            var taken = _taken.GetOrAdd(account, 0);
            if (taken + calls > most)
            {
                return Task.FromResult(false);
            }

            if (_taken.TryUpdate(account, taken + calls, taken))
            {
                return Task.FromResult(true);
            }
        }
    }
}
