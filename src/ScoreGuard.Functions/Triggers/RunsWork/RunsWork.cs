using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Functions.Hosting;
using ScoreGuard.Functions.Observing;
using ScoreGuard.Functions.Work;

namespace ScoreGuard.Functions.Triggers;

/// <summary>A step came from the queue.</summary>
internal static class RunsWork
{
    public static void Map(WebApplication app, StepRunner steps, TimeProvider time, ILogger log) =>
        Envelope.Map(
            app,
            nameof(RunsWork),
            async (call, stop) =>
            {
                if (call.FindMessage("item") is not { } message || WorkMessage.Read(message) is not { } item)
                {
                    // It will be none the next time either.
                    Events.Unreadable(log);
                    return;
                }

                if (call.FindInsertedAt() is { } inserted)
                {
                    Telemetry.Waited(time.GetUtcNow() - inserted);
                }

                await steps.RunAsync(item, stop);
            }
        );
}
