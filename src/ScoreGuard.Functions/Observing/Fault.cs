using ScoreGuard.Application.Runs.Queued;
using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Functions.Observing;

/// <summary>What may be said of an exception in a log: the messages of our own faults, of others only what they are.</summary>
internal static class Fault
{
    public static string Of(Exception exception) =>
        exception is StorageFault or StoreDamage or WorkspaceBusy
            ? exception.Message
            : $"{exception.GetType().Name} at {Place(exception)}";

    private static string Place(Exception exception) =>
        exception.TargetSite is { } site ? $"{site.DeclaringType?.Name}.{site.Name}" : "an unknown place";
}
