using ScoreGuard.Domain;

namespace ScoreGuard.Application.Notifications;

/// <summary>The provider's time as the domain's.</summary>
internal static class Clock
{
    public static Instant Now(this TimeProvider time) => new(time.GetUtcNow().ToUnixTimeMilliseconds());
}
