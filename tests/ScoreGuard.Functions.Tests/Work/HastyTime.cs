namespace ScoreGuard.Functions.Tests.Work;

/// <summary>A minute passes in a twentieth of a second.</summary>
internal sealed class HastyTime : TimeProvider
{
    private const int Faster = 1_200;

    private readonly DateTimeOffset _start = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => _start + ((System.GetUtcNow() - _start) * Faster);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Hastily(dueTime), Hastily(period));

    private static TimeSpan Hastily(TimeSpan span) => span == Timeout.InfiniteTimeSpan ? span : span / Faster;
}
