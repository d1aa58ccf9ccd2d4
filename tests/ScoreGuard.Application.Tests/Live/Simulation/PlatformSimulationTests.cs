using System.Globalization;
using ScoreGuard.Application.Live;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Runs;
using ScoreGuard.FakePlatforms;

namespace ScoreGuard.Application.Tests.Live.Simulation;

/// <summary>
/// Runs into fake platforms over a bad wire, with the real adapters: SCOREGUARD_SIMULATED_RUNS of them, 40 where it is not
/// set, each platform its share.
/// </summary>
public sealed class PlatformSimulationTests(ITestOutputHelper output)
{
    private const int RunBudget = 600;

    private static readonly int RunsEach =
        int.Parse(Environment.GetEnvironmentVariable("SCOREGUARD_SIMULATED_RUNS") ?? "40", CultureInfo.InvariantCulture)
        / 4;

    [Theory]
    [InlineData("hubspot")]
    [InlineData("marketo")]
    [InlineData("mautic")]
    [InlineData("salesforce")]
    public async Task Transient_faults_make_no_drift_hide_none_and_leave_nothing_unreported(string platform)
    {
        var time = new LeapingTime(new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero));
        await using var profile = Profile(platform);
        await profile.StartAsync(time);
        using var wire = new FaultyWire(time, seed: platform.Length);
        var settings = profile.Settings;
        using var guarded = new Guarded(
            $"target:\n  {profile.Target}\n  connection: c\n  settle: {{ every: 1m, unchanged: 3, deadline: 1h }}\n  budget: {{ run: {RunBudget}, day: 1000000 }}\n"
        )
        {
            Time = time,
            Targets = new PlatformTargets(settings.GetValueOrDefault, time, wire),
        };
        guarded.Write("leads.jsonl", LiveGuarded.Leads(14, 0));
        await guarded.ApprovedAsync();
        profile.Records.ShouldBe(0);
        wire.FaultyShare = 0.08;
        var chance = new Random(17);
        var verdicts = new Dictionary<Verdict, int>();
        for (var number = 0; number < RunsEach; number++)
        {
            time.Advance(TimeSpan.FromMinutes(10));
            if (chance.Next(2) == 0)
            {
                profile.Fail(chance);
            }

            var drifts = chance.Next(3) == 0;
            profile.PerSignal = drifts ? 13 : 10;
            var before = wire.Calls;
            var run = await guarded.RunAsync();
            verdicts[run.Verdict] = verdicts.GetValueOrDefault(run.Verdict) + 1;
            var said =
                $"run {number}: {string.Join("; ", run.Diagnostics.Select(one => one.ToString()))} {string.Join(", ", guarded.Changes.Select(change => $"{change.Lead} {change.Before?.Scores[0].Value} to {change.After?.Scores[0].Value}"))}";
            if (run.Verdict == Verdict.Broken)
            {
                output.WriteLine(said);
            }
            else
            {
                (run.Verdict == Verdict.Drift).ShouldBe(drifts, said);
                if (drifts)
                {
                    // Every lead with a signal, and no other.
                    guarded.Changes.Count.ShouldBe(10, said);
                }
            }

            if (run.Diagnostics.All(one => one.Code != TargetCodes.LeftBehind.Code))
            {
                profile.Records.ShouldBe(0, said);
            }

            (wire.Calls - before).ShouldBeLessThanOrEqualTo(RunBudget, said);
        }

        output.WriteLine($"{platform}: {RunsEach} runs, {wire.Calls} calls");
        output.WriteLine(string.Join(", ", verdicts.OrderBy(entry => entry.Key)));
        output.WriteLine(string.Join(", ", wire.Faults.OrderBy(entry => entry.Key, StringComparer.Ordinal)));
        wire.Faults.Values.Sum().ShouldBeGreaterThan(RunsEach / 2);
        // Broken is honest and of no use: a platform with faults now and then has to be judged nearly always.
        verdicts.GetValueOrDefault(Verdict.Broken).ShouldBeLessThanOrEqualTo(1 + (RunsEach / 5));
        wire.FaultyShare = 0;
        time.Advance(TimeSpan.FromMinutes(10));
        profile.PerSignal = 10;
        (await guarded.RunAsync()).Verdict.ShouldNotBe(Verdict.Drift);
        profile.Records.ShouldBe(0);
    }

    private static PlatformProfile Profile(string platform) =>
        platform switch
        {
            "hubspot" => new HubSpotProfile(),
            "marketo" => new MarketoProfile(),
            "mautic" => new MauticProfile(),
            "salesforce" => new SalesforceProfile(),
            _ => throw new ArgumentOutOfRangeException(nameof(platform), platform, "No such platform."),
        };
}
