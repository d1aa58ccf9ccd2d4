using ScoreGuard.Application.Live;
using ScoreGuard.Application.Tests.Runs.Queued;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Application.Tests.Live;

/// <summary>What a MOPs person asks of a platform beside a run.</summary>
public sealed class LiveUseCaseTests
{
    private const string Reads = "type: hubspot\n  use: read";

    [Fact]
    public async Task A_plan_counts_every_call_and_makes_none()
    {
        using var live = new LiveGuarded();
        await live.Guarded.FreezeAsync();
        live.Platform.Around = (what, _) => throw new InvalidOperationException($"{what} was called");
        var planned = await new PlanReplay(live.Guarded.Context).ExecuteAsync(default);
        var plan = planned.ShouldBeOfType<Parsed<ReplayPlan>.Ok>().Value;
        plan.Leads.ShouldBe(14);
        plan.Canary.ShouldBe("L001");
        // Fourteen leads in batches of seven. Clicks: 10 leads have a first (2 batches), 7 a second, 3 a third; the canary has one.
        plan.Calls.ShouldBe([
            new("see what is there before", 1),
            new("create records", 1 + 2),
            new("send signals", 1 + 2 + 1 + 1),
            new("look", 4 + (3 * 2)),
        ]);
        plan.Total.ShouldBe(19);
        plan.IsAffordable.ShouldBeTrue();
    }

    [Fact]
    public async Task A_plan_that_the_budget_does_not_pay_says_so()
    {
        using var live = new LiveGuarded("confirm: 10", "confirm: 10\n  budget: { run: 20 }");
        await live.Guarded.FreezeAsync();
        var planned = await new PlanReplay(live.Guarded.Context).ExecuteAsync(default);
        planned.ShouldBeOfType<Parsed<ReplayPlan>.Ok>().Value.IsAffordable.ShouldBeFalse();
    }

    [Fact]
    public async Task A_workspace_that_puts_nothing_into_a_platform_has_no_plan()
    {
        using var guarded = await new Guarded().ApprovedAsync();
        var planned = await new PlanReplay(guarded.Context).ExecuteAsync(default);
        planned.ShouldBeOfType<Parsed<ReplayPlan>.Refused>().Diagnostics.Single().Code.ShouldBe("SG5110");
    }

    [Fact]
    public async Task A_configuration_that_is_read_is_judged_without_a_record()
    {
        using var live = new LiveGuarded("type: hubspot", Reads);
        live.Platform.Readable = LiveGuarded.Readable;
        await live.ApprovedAsync();
        (await live.RunAsync()).Verdict.ShouldBe(Verdict.Passed);
        live.Platform.PerClick = 15;
        var run = await live.RunAsync();
        run.Verdict.ShouldBe(Verdict.Drift);
        run.Figures.Gained.ShouldBe(3);
        live.Guarded.Report!.Edits.ShouldNotBeEmpty();
        live.Guarded.Report.TargetWords.ShouldContain("Its configuration changed since the baseline was approved.");
        live.Platform.Created.ShouldBe(0);
    }

    [Fact]
    public async Task What_a_read_configuration_lacks_is_told_on_every_run()
    {
        using var live = new LiveGuarded("type: hubspot", Reads);
        live.Platform.Readable = LiveGuarded.Readable;
        live.Platform.Carried =
        [
            new("rule a", CarriedHow.Exact, ""),
            new("rule b", CarriedHow.Approximated, "nearly"),
            new("rule c", CarriedHow.LeftOut, "not at all"),
        ];
        await live.ApprovedAsync();
        var run = await live.RunAsync();
        run.Diagnostics.Single().Code.ShouldBe(TargetCodes.CarriedOver.Code);
        run.Diagnostics.Single()
            .Message.ShouldContain("Of 3 parts of the configuration 1 are approximated and 1 left out");
    }

    [Fact]
    public async Task A_configuration_that_is_not_enough_to_score_by_breaks_the_run()
    {
        using var live = new LiveGuarded("type: hubspot", Reads);
        await live.Guarded.FreezeAsync();
        var run = await live.RunAsync();
        run.Verdict.ShouldBe(Verdict.Broken);
        run.Diagnostics.Single().Code.ShouldBe(TargetCodes.ConfigurationUnreadable.Code);
    }

    [Fact]
    public async Task Fidelity_is_measured_kept_and_carried_by_the_runs_that_read()
    {
        using var live = new LiveGuarded("type: hubspot", Reads);
        live.Platform.Readable = LiveGuarded.Readable;
        await live.ApprovedAsync();
        var agreed = await CheckAsync(live);
        agreed.Facts.ShouldBe(agreed.Facts with { Leads = 14, Differing = 0 });
        agreed.Scores.ShouldBe(["behaviour"]);
        live.Platform.Records.ShouldBe(0);

        // The platform does something that its configuration does not tell.
        live.Platform.Extra = address => address.Contains("-p3-1@") ? 25 : 0;
        var differs = await CheckAsync(live);
        differs.Differences.Single().Lead.ShouldBe("L003");
        differs.Differences.Single().What.ShouldBe(["behaviour 55 there, 30 here", "stage MQL there, Inquiry here"]);
        var run = await live.RunAsync();
        run.Target!.Fidelity.ShouldBe(differs.Facts);
        live.Guarded.Report!.TargetWords.ShouldContain(sentence => sentence.Contains("1 of 14 leads differed"));
    }

    [Fact]
    public async Task A_run_that_reads_says_that_its_fidelity_was_never_checked()
    {
        using var live = new LiveGuarded("type: hubspot", Reads);
        live.Platform.Readable = LiveGuarded.Readable;
        await live.ApprovedAsync();
        await live.RunAsync();
        live.Guarded.Report!.TargetWords.ShouldContain(sentence => sentence.Contains("never checked"));
    }

    [Fact]
    public async Task The_janitor_removes_what_a_killed_run_left()
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        await KillAsync(live);
        var left = live.Platform.Records;
        left.ShouldBeGreaterThan(0);
        var report = (
            await new Janitor(live.Guarded.Context).ExecuteAsync(all: false, default)
        ).ShouldBeOfType<Parsed<JanitorReport>.Ok>();
        report.Value.ShouldBe(
            new JanitorReport(Replays: 1, Removed: left, Listed: 0, Forgotten: 0, RemovedForgotten: false)
        );
        report.Warnings.ShouldBeEmpty();
        live.Platform.Records.ShouldBe(0);
    }

    [Fact]
    public async Task The_janitor_removes_records_of_others_only_when_asked_and_only_old_ones()
    {
        using var other = await new LiveGuarded().ApprovedAsync();
        await KillAsync(other);
        var left = other.Platform.Records;
        left.ShouldBeGreaterThan(0);
        using var live = new LiveGuarded();
        live.Guarded.Targets = other.Platform;
        live.Time.Advance(other.Time.Waited);
        await live.Guarded.FreezeAsync();
        (await CleanAsync(live, all: true)).ShouldBe(new(0, 0, left, 0, RemovedForgotten: true));
        other.Platform.Records.ShouldBe(left);
        live.Time.Advance(TimeSpan.FromDays(2));
        (await CleanAsync(live, all: false)).ShouldBe(new(0, 0, left, left, RemovedForgotten: false));
        other.Platform.Records.ShouldBe(left);
        (await CleanAsync(live, all: true)).ShouldBe(new(0, 0, left, left, RemovedForgotten: true));
        other.Platform.Records.ShouldBe(0);
    }

    [Fact]
    public async Task A_candidate_is_not_compared_with_what_a_platform_scored()
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        var preview = await live.Guarded.PreviewAsync(Guarded.Model);
        preview.Verdict.ShouldBe(Verdict.Broken);
        preview.Diagnostics.ShouldContain(diagnostic => diagnostic.Code == WorkspaceCodes.TargetUse.Code);
    }

    private static async Task<Fidelity> CheckAsync(LiveGuarded live)
    {
        live.Time.Advance(TimeSpan.FromMinutes(1));
        var done = await new CheckFidelity(live.Guarded.Context).ExecuteAsync(50, default);
        return done.ShouldBeOfType<Parsed<Fidelity>.Ok>().Value;
    }

    private static async Task<JanitorReport> CleanAsync(LiveGuarded live, bool all) =>
        (await new Janitor(live.Guarded.Context).ExecuteAsync(all, default))
            .ShouldBeOfType<Parsed<JanitorReport>.Ok>()
            .Value;

    private static async Task KillAsync(LiveGuarded live)
    {
        var signals = 0;
        live.Platform.Around = (what, _) =>
        {
            if (what == "signal" && ++signals > 4)
            {
                throw new KilledException("here");
            }
        };
        await Should.ThrowAsync<KilledException>(() => live.RunAsync());
        live.Platform.Around = (_, _) => { };
    }
}
