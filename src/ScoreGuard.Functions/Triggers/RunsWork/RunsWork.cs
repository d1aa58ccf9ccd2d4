using ScoreGuard.Functions.Hosting;
using ScoreGuard.Functions.Observing;
using ScoreGuard.Functions.Work;

namespace ScoreGuard.Functions.Triggers;

/// <summary>A step came from the queue.</summary>
internal static class RunsWork
{
    public static void Map(WebApplication app, StepRunner steps, ILogger log) =>
        Envelope.Map(
            app,
            nameof(RunsWork),
            async (call, stop) =>
            {
                if (call.FindStep("item") is not { } item)
                {
                    // It will be none the next time either.
                    Events.Unreadable(log);
                    return;
                }

                await steps.RunAsync(item, call.FindInsertedAt(), stop);
            }
        );
}
