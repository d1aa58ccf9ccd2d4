namespace ScoreGuard.Functions.Tests.Work;

/// <summary>A clock that a test sets; timers go by the machine's.</summary>
internal sealed class SetTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
