using ScoreGuard.Application.Live;
using ScoreGuard.FakePlatforms;

namespace ScoreGuard.Application.Tests.Live.Simulation;

/// <summary>A workspace before a fake platform, with the real adapter and a wire that can be made bad; its outcomes are approved.</summary>
internal sealed class SimulatedWorkspace : IAsyncDisposable
{
    public const int RunBudget = 600;

    private readonly PlatformProfile _profile;
    private readonly Guarded _guarded;
    private readonly FaultyWire _wire;
    private readonly LeapingTime _time;

    private SimulatedWorkspace(PlatformProfile profile, Guarded guarded, FaultyWire wire, LeapingTime time) =>
        (_profile, _guarded, _wire, _time) = (profile, guarded, wire, time);

    public static async Task<SimulatedWorkspace> ApprovedAsync(string platform)
    {
        var time = new LeapingTime(new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero));
        var profile = PlatformProfile.Of(platform);
        await profile.StartAsync(time);
        var wire = new FaultyWire(time, seed: platform.Length);
        var guarded = new Guarded(
            $"target:\n  {profile.Target}\n  connection: c\n  settle: {{ every: 1m, unchanged: 3, deadline: 1h }}\n  budget: {{ run: {RunBudget}, day: 1000000 }}\n"
        )
        {
            Time = time,
            Targets = new PlatformTargets(profile.Settings.GetValueOrDefault, time, wire),
        };
        guarded.Write("leads.jsonl", LiveGuarded.Leads(14, 0));
        await guarded.ApprovedAsync();
        profile.Records.ShouldBe(0);
        return new(profile, guarded, wire, time);
    }

    public void Deconstruct(
        out PlatformProfile profile,
        out Guarded guarded,
        out FaultyWire wire,
        out LeapingTime time
    ) => (profile, guarded, wire, time) = (_profile, _guarded, _wire, _time);

    public async ValueTask DisposeAsync()
    {
        _guarded.Dispose();
        _wire.Dispose();
        await _profile.DisposeAsync();
    }
}
