using System.Globalization;
using ScoreGuard.Application.Tests.Runs.Queued;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Tests.Live.Simulation;

/// <summary>
/// Runs into fake platforms over a bad wire, with the real adapters: SCOREGUARD_SIMULATED_RUNS of them, 40 where it is not
/// set, each platform its share.
/// </summary>
public sealed class PlatformSimulationTests(ITestOutputHelper output)
{
    private const int RunBudget = SimulatedWorkspace.RunBudget;

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
        await using var simulated = await SimulatedWorkspace.ApprovedAsync(platform);
        var (profile, guarded, wire, time) = simulated;
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

    /// <summary>SCOREGUARD_KILLED_AT says how far apart the steps lie; seven where it is not set.</summary>
    [Theory]
    [InlineData("hubspot")]
    [InlineData("marketo")]
    [InlineData("mautic")]
    [InlineData("salesforce")]
    public async Task A_run_after_one_that_was_killed_around_an_entry_of_its_journal_judges_alike_and_leaves_nothing(
        string platform
    )
    {
        var apart = int.Parse(
            Environment.GetEnvironmentVariable("SCOREGUARD_KILLED_AT") ?? "7",
            CultureInfo.InvariantCulture
        );
        await using var simulated = await SimulatedWorkspace.ApprovedAsync(platform);
        var (profile, guarded, _, time) = simulated;
        var steps = 0;
        for (var step = 0; step == 0 || step < steps; step += apart)
        {
            var bomb = new Bomb(step == 0 ? int.MaxValue : step);
            guarded.AroundJournal = journal => new MinedJournal(journal, bomb);
            time.Advance(TimeSpan.FromMinutes(10));
            if (step == 0)
            {
                (await guarded.RunAsync()).Verdict.ShouldBe(Verdict.Passed);
                steps = bomb.Steps;
                continue;
            }

            await Should.ThrowAsync<KilledException>(() => guarded.RunAsync());
            guarded.AroundJournal = null;
            time.Advance(TimeSpan.FromMinutes(10));
            var run = await guarded.RunAsync();
            run.Verdict.ShouldBe(Verdict.Passed, $"killed at {step}: {string.Join("; ", run.Diagnostics)}");
            profile.Records.ShouldBe(0, $"killed at {step}");
        }

        output.WriteLine($"{platform}: {steps} steps, killed at every {apart}");
        steps.ShouldBeGreaterThan(20);
    }
}
