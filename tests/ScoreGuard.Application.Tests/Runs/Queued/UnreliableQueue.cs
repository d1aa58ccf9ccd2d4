using ScoreGuard.Application.Runs.Queued;
using ScoreGuard.Domain.Runs.Queued;

namespace ScoreGuard.Application.Tests.Runs.Queued;

/// <summary>Delivers in any order, some steps twice, some again much later; loses one only where it is told to.</summary>
internal sealed class UnreliableQueue(int seed) : IWorkQueue
{
    private readonly Random _random = new(seed);
    private readonly List<WorkItem> _items = [];

    /// <summary>Of steps sent: how many never arrive.</summary>
    public double LostShare { get; set; }

    /// <summary>Told how long a step is to wait: it is delivered at once.</summary>
    public Action<TimeSpan> Passes { get; init; } = _ => { };

    public List<WorkItem> Sent { get; } = [];

    public bool IsEmpty => _items.Count == 0;

    public Task SendAsync(WorkItem item, CancellationToken cancellationToken, TimeSpan after = default)
    {
        Sent.Add(item);
        Passes(after);
        if (_random.NextDouble() >= LostShare)
        {
            _items.Add(item);
            if (_random.Next(3) == 0)
            {
                _items.Add(item);
            }
        }

        return Task.CompletedTask;
    }

    public void Clear() => _items.Clear();

    /// <summary>Delivers until nothing waits. A step that throws comes again.</summary>
    public async Task DrainAsync(TakeStep steps)
    {
        for (var delivered = 0; _items.Count > 0; delivered++)
        {
            delivered.ShouldBeLessThan(10_000, "steps send steps without end");
            var index = _random.Next(_items.Count);
            var item = _items[index];
            _items.RemoveAt(index);
            try
            {
                await steps.ExecuteAsync(item, default);
            }
            catch (KilledException)
            {
                _items.Add(item);
            }
        }
    }
}

/// <summary>The worker died here.</summary>
internal sealed class KilledException(string where) : Exception(where);
