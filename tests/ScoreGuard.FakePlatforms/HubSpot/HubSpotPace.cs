namespace ScoreGuard.FakePlatforms.HubSpot;

/// <summary>Counts calls in a sliding window.</summary>
internal sealed class HubSpotPace(int most, TimeSpan window, TimeProvider time)
{
    private readonly Queue<DateTimeOffset> _calls = [];

    public int Left => Math.Max(0, most - _calls.Count);

    public bool TryPass()
    {
        var now = time.GetUtcNow();
        while (_calls.TryPeek(out var oldest) && now - oldest >= window)
        {
            _calls.Dequeue();
        }

        if (_calls.Count >= most)
        {
            return false;
        }

        _calls.Enqueue(now);
        return true;
    }
}
