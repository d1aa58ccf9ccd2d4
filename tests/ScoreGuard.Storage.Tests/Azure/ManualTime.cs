namespace ScoreGuard.Storage.Tests.Azure;

/// <summary>A clock that stands still until it is moved; timers run when it passes them.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by)
    {
        _now += by;
        foreach (var timer in _timers.ToList())
        {
            timer.RunIfDue(_now);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(() => callback(state), _timers.Remove, period);
        timer.Set(_now, dueTime);
        _timers.Add(timer);
        return timer;
    }

    private sealed class ManualTimer(Action run, Func<ManualTimer, bool> remove, TimeSpan period) : ITimer
    {
        private DateTimeOffset _due = DateTimeOffset.MaxValue;

        public void Set(DateTimeOffset now, TimeSpan dueTime) =>
            _due = dueTime < TimeSpan.Zero ? DateTimeOffset.MaxValue : now + dueTime;

        public void RunIfDue(DateTimeOffset now)
        {
            if (now >= _due)
            {
                _due = period > TimeSpan.Zero ? now + period : DateTimeOffset.MaxValue;
                run();
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
