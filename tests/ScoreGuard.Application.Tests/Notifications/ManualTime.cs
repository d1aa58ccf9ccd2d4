using ScoreGuard.Domain;

namespace ScoreGuard.Application.Tests.Notifications;

/// <summary>A clock that a test sets.</summary>
internal sealed class ManualTime(Instant start) : TimeProvider
{
    public Instant Now { get; set; } = start;

    public void Pass(Duration duration) => Now += duration;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(Now.UnixMilliseconds);
}
