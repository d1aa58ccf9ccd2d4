namespace ScoreGuard.FakePlatforms.Marketo;

/// <summary>Marketo's limits, over all of an instance's callers.</summary>
internal sealed class FakeMarketoLimits(TimeProvider time)
{
    private const int MostInWindow = 100;
    private const int MostAtOnce = 10;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(20);

    /// <summary>Midnight is that of Chicago in winter.</summary>
    private static readonly TimeSpan Central = TimeSpan.FromHours(-6);

    private readonly Queue<DateTimeOffset> _passed = [];
    private DateOnly _day;
    private int _today;

    /// <summary>Calls a day. Default 50,000.</summary>
    public int Quota { get; set; } = 50_000;

    /// <exception cref="FakeMarketoRefusal">One of the limits is reached.</exception>
    public void Pass(int running)
    {
        var now = time.GetUtcNow();
        while (_passed.TryPeek(out var first) && now - first >= Window)
        {
            _passed.Dequeue();
        }

        var day = DateOnly.FromDateTime(now.ToOffset(Central).Date);
        if (day != _day)
        {
            (_day, _today) = (day, 0);
        }

        if (running > MostAtOnce)
        {
            throw new FakeMarketoRefusal(615, "Concurrent access limit reached");
        }

        if (_passed.Count >= MostInWindow)
        {
            throw new FakeMarketoRefusal(606, "Max rate limit '100' exceeded with in '20' secs");
        }

        if (_today >= Quota)
        {
            throw new FakeMarketoRefusal(607, "Daily API Request Limit Reached");
        }

        _passed.Enqueue(now);
        _today++;
    }
}
