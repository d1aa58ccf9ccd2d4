using ScoreGuard.Functions.Hosting;
using ScoreGuard.Functions.Work;

namespace ScoreGuard.Functions.Triggers;

/// <summary>Every few minutes: runs that lost their worker are picked up.</summary>
internal static class RunsSweep
{
    public static void Map(WebApplication app, Schedule schedule) =>
        Envelope.Map(app, nameof(RunsSweep), (_, stop) => schedule.SweepAsync(stop));
}
