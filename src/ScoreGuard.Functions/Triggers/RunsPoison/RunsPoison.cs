using ScoreGuard.Functions.Hosting;
using ScoreGuard.Functions.Observing;
using ScoreGuard.Functions.Work;

namespace ScoreGuard.Functions.Triggers;

/// <summary>A step failed so often that the host put it aside: its run ends as broken, and says why.</summary>
internal static class RunsPoison
{
    public static void Map(WebApplication app, StepRunner steps, ILogger log) =>
        Envelope.Map(
            app,
            nameof(RunsPoison),
            async (call, stop) =>
            {
                if (call.FindStep("item") is not { } item)
                {
                    Events.Unreadable(log);
                    return;
                }

                await steps.GiveUpAsync(item, stop);
            }
        );
}
