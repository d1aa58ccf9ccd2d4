using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Tests.Live;

/// <summary>Runs of a workspace whose leads are put into a platform.</summary>
public sealed class LiveRunTests
{
    [Fact]
    public async Task A_platform_that_scores_as_before_passes_and_holds_no_record_afterwards()
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        var run = await live.RunAsync();
        run.Verdict.ShouldBe(Verdict.Passed);
        run.Figures.Unchanged.ShouldBe(14);
        run.Diagnostics.ShouldBeEmpty();
        live.Platform.Records.ShouldBe(0);
        (await live.Guarded.Context.Stores.Journal.ListAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_changed_score_is_drift_of_the_leads_that_it_moves()
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        live.Platform.PerClick = 15;
        var run = await live.RunAsync();
        run.Verdict.ShouldBe(Verdict.Drift);
        // Every lead that clicked; L002 and its like (20 + 2 × 15) are MQL as before with 2 × 10 = 40, L003 now gets there.
        live.Guarded.Changes.Select(change => change.Lead)
            .ShouldBe(
                ["L001", "L002", "L003", "L005", "L006", "L007", "L009", "L010", "L011", "L013"],
                ignoreOrder: true
            );
        run.Figures.Gained.ShouldBe(3);
        run.Figures.Lost.ShouldBe(0);
    }

    [Fact]
    public async Task A_configuration_that_changed_is_told_from_a_behaviour_that_changed()
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        var same = await live.RunAsync();
        live.Platform.PerClick = 15;
        var edited = await live.RunAsync();
        same.Target!.ConfigurationHash.ShouldNotBeNull();
        edited.Target!.ConfigurationHash.ShouldNotBe(same.Target.ConfigurationHash);
        (await live.Guarded.Context.Stores.Models.FindAsync(edited.Target.ConfigurationHash!, default)).ShouldBe(
            "{\"perClick\":15}"
        );
    }

    [Fact]
    public async Task An_edit_on_a_platform_that_can_be_read_is_told_in_words_beside_what_it_moved()
    {
        using var live = new LiveGuarded();
        live.Platform.Readable = LiveGuarded.Readable;
        await live.ApprovedAsync();
        (await live.RunAsync()).Verdict.ShouldBe(Verdict.Passed);
        live.Guarded.Report!.Edits.ShouldBeEmpty();
        live.Platform.PerClick = 15;
        (await live.RunAsync()).Verdict.ShouldBe(Verdict.Drift);
        live.Guarded.Report!.Edits.ShouldHaveSingleItem().Sentence.ShouldContain("10 → 15");
        // The platform scored, not the model that was read: nothing is put down to an edit.
        live.Guarded.Report.Causes.ShouldAllBe(cause => !cause.Edits.Any());
    }

    [Fact]
    public async Task The_lead_that_goes_first_is_one_that_does_something()
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        live.Platform.Shows = _ => "0";
        var message = (await live.RunAsync()).Diagnostics.Single().Message;
        // L000 clicks never.
        message.ShouldContain("`points` of lead L001, which goes first, did not move");
    }

    [Fact]
    public async Task Where_no_lead_does_anything_it_is_said_before_and_when_the_score_stays()
    {
        using var live = new LiveGuarded();
        live.Guarded.Write(
            "leads.jsonl",
            """{"id":"L1","createdAt":"2026-01-01","attributes":{"country":"US"},"activities":[]}""" + "\n"
        );
        await live.Guarded.FreezeAsync();
        var run = await live.RunAsync();
        run.Verdict.ShouldBe(Verdict.Broken);
        run.Diagnostics.Select(diagnostic => diagnostic.Message)
            .ShouldBe(
                [
                    "The lead that goes first, L1, has no activity, so only its attributes can move its score. If they do not, the run ends there: name a lead that scores, or freeze leads with activities that stand under `signals`.",
                    "`points` of lead L1, which goes first and has no activity, did not move. Either Simulated does not score, or leaves synthetic records out, or nothing in this lead scores; then name another in `target.canary.lead`. Nothing else was replayed.",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Whoever_may_not_even_read_has_left_nothing_behind()
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        var before = live.Platform.Created;
        live.Platform.Around = (_, _) => throw new TargetFault(TargetFaultKind.Refused, "No.");
        var run = await live.RunAsync();
        run.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(TargetCodes.Refused.Code);
        live.Platform.Created.ShouldBe(before);
        live.Platform.Around = (_, _) => { };
        live.Platform.Place = "elsewhere";
        (await live.RunAsync()).Diagnostics.ShouldNotContain(told => told.Code == TargetCodes.LeftBehind.Code);
    }

    [Fact]
    public async Task Records_are_removed_and_known_to_be_gone_although_what_is_read_back_is_named_wrongly()
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        live.Platform.Around = (what, _) =>
        {
            if (what == "observe")
            {
                throw new TargetFault(TargetFaultKind.Setup, "There is no property `points`.");
            }
        };
        var run = await live.RunAsync();
        run.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(TargetCodes.Setup.Code);
        live.Platform.Created.ShouldBeGreaterThan(0);
        live.Platform.Records.ShouldBe(0);
        run.Target!.LeftBehind.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_rejected_for_good_is_not_sent_again()
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        var asked = 0;
        live.Platform.Rejects = _ => ++asked > 0;
        var waited = live.Time.Waited;
        var run = await live.RunAsync();
        run.Diagnostics.ShouldHaveSingleItem().Message.ShouldBe("Simulated would not create lead L001: never.");
        asked.ShouldBe(1);
        (live.Time.Waited - waited).ShouldBeLessThan(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task A_property_that_no_lead_has_a_value_in_is_told()
    {
        using var live = new LiveGuarded(
            "scores: { behaviour: points }",
            "scores: { behaviour: points, fit: scor }\n    expect: [points]"
        );
        await live.Guarded.FreezeAsync();
        var run = await live.RunAsync();
        run.Verdict.ShouldBe(Verdict.NoBaseline);
        run.Diagnostics.ShouldHaveSingleItem()
            .Message.ShouldBe(
                "`scor` has a value in no lead. Is that the name on the platform? What is never there cannot drift."
            );
    }

    [Fact]
    public async Task Addresses_are_never_used_twice()
    {
        using var live = new LiveGuarded();
        var used = new List<string>();
        live.Platform.Around = (what, isDone) =>
        {
            if (what == "breaches" && isDone)
            {
                used.AddRange(live.Platform.Addresses);
            }
        };
        await live.ApprovedAsync();
        var first = used.ToHashSet();
        used.Clear();
        await live.RunAsync();
        used.ShouldNotBeEmpty();
        used.ShouldAllBe(address => !first.Contains(address) && address.EndsWith("@sg.invalid"));
    }

    [Fact]
    public async Task A_lead_that_reached_people_breaks_the_run_before_any_other_is_created()
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        var before = live.Platform.Created;
        live.Platform.GivesOwners = true;
        var run = await live.RunAsync();
        Broken(run, TargetCodes.NotSuppressed);
        run.Diagnostics[0].Message.ShouldContain("was given the owner 17");
        live.Platform.Created.ShouldBe(before + 1);
        live.Platform.Records.ShouldBe(0);
    }

    [Fact]
    public async Task An_idle_platform_is_not_a_stable_one()
    {
        using var live = await new LiveGuarded(
            "scores: { behaviour: points }",
            "scores: { behaviour: points }\n    expect: []"
        ).ApprovedAsync();
        live.Platform.IsIdle = true;
        Broken(await live.RunAsync(), TargetCodes.CanaryStill);
        live.Platform.Records.ShouldBe(0);
    }

    [Fact]
    public async Task Leads_that_do_not_settle_are_no_drift()
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        live.Platform.Delay = TimeSpan.FromHours(2);
        Broken(await live.RunAsync(), TargetCodes.NotSettled);
        live.Platform.Records.ShouldBe(0);
    }

    [Fact]
    public async Task What_differs_once_and_not_twice_is_no_drift()
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        live.Platform.Extra = address => address.Contains("-p3-1@") ? 5 : 0;
        var run = await live.RunAsync();
        run.Verdict.ShouldBe(Verdict.Passed);
        run.Diagnostics.Single().Code.ShouldBe(TargetCodes.SecondLook.Code);
        run.Target!.ConfirmedAway.ShouldBe(1);
    }

    [Fact]
    public async Task Rows_that_are_refused_for_a_moment_are_sent_again()
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        var refused = new HashSet<string>();
        live.Platform.Refuses = row => refused.Count < 20 && refused.Add(row);
        var run = await live.RunAsync();
        run.Verdict.ShouldBe(Verdict.Passed);
        refused.Count.ShouldBe(20);
    }

    [Fact]
    public async Task A_lead_that_stays_refused_breaks_the_run()
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        live.Platform.Refuses = row => row == "p5-1";
        var run = await live.RunAsync();
        Broken(run, TargetCodes.LeadRefused);
        run.Diagnostics[0].Message.ShouldContain("L005");
        live.Platform.Records.ShouldBe(0);
    }

    [Theory]
    [InlineData(TargetFaultKind.Unreachable, "SG5501")]
    [InlineData(TargetFaultKind.Refused, "SG5502")]
    [InlineData(TargetFaultKind.BudgetSpent, "SG5503")]
    [InlineData(TargetFaultKind.Setup, "SG5504")]
    [InlineData(TargetFaultKind.Unintelligible, "SG5505")]
    public async Task A_platform_that_fails_breaks_the_run_and_is_cleaned_up(TargetFaultKind kind, string code)
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        var signals = 0;
        live.Platform.Around = (what, isDone) =>
        {
            if (what == "signal" && !isDone && ++signals == 3)
            {
                throw new TargetFault(kind, "No.");
            }
        };
        var run = await live.RunAsync();
        run.Verdict.ShouldBe(Verdict.Broken);
        run.Diagnostics.Single().Code.ShouldBe(code);
        live.Platform.Records.ShouldBe(0);
    }

    [Fact]
    public async Task Leads_whose_signals_are_in_doubt_start_again_and_are_scored_once()
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        var signals = 0;
        live.Platform.Around = (what, isDone) =>
        {
            // Taken, and no answer.
            if (what == "signal" && isDone && ++signals is 2 or 3 or 5 or 8 or 13)
            {
                throw new TargetFault(TargetFaultKind.Unreachable, "No answer.") { InDoubt = true };
            }
        };
        var run = await live.RunAsync();
        run.Verdict.ShouldBe(Verdict.Passed);
        run.Diagnostics.ShouldBeEmpty();
        signals.ShouldBeGreaterThan(6);
        live.Platform.Records.ShouldBe(0);
    }

    [Fact]
    public async Task What_cannot_be_cleaned_up_is_told_and_removed_by_the_next_run()
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        live.Platform.Keeps = record => record.EndsWith('7');
        var run = await live.RunAsync();
        run.Verdict.ShouldBe(Verdict.Passed);
        run.Diagnostics.Single().Code.ShouldBe(TargetCodes.LeftBehind.Code);
        run.Target!.LeftBehind.ShouldBe(live.Platform.Records);
        live.Platform.Records.ShouldBeGreaterThan(0);
        live.Platform.Keeps = _ => false;
        var next = await live.RunAsync();
        next.Diagnostics.ShouldBeEmpty();
        live.Platform.Records.ShouldBe(0);
    }

    [Fact]
    public async Task A_platform_that_is_gone_during_the_clean_up_is_cleaned_up_by_the_next_run()
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        live.Platform.Around = (what, _) =>
        {
            if (what == "delete")
            {
                throw new TargetFault(TargetFaultKind.Unreachable, "No answer.");
            }
        };
        var run = await live.RunAsync();
        run.Verdict.ShouldBe(Verdict.Broken);
        run.Diagnostics.Select(diagnostic => diagnostic.Code).ShouldBe(["SG5501", "SG5513"]);
        live.Platform.Records.ShouldBeGreaterThan(0);
        live.Platform.Around = (_, _) => { };
        (await live.RunAsync()).Verdict.ShouldBe(Verdict.Passed);
        live.Platform.Records.ShouldBe(0);
    }

    [Fact]
    public async Task Records_that_lie_elsewhere_are_not_touched_by_their_ids_and_not_forgotten()
    {
        using var live = await new LiveGuarded().ApprovedAsync();
        live.Platform.Keeps = _ => true;
        await live.RunAsync();
        var left = live.Platform.Records;
        left.ShouldBeGreaterThan(0);
        live.Platform.Keeps = _ => false;
        live.Platform.Place = "elsewhere";
        var run = await live.RunAsync();
        run.Diagnostics.Single().Message.ShouldContain("lie elsewhere (here)");
        live.Platform.Records.ShouldBe(left);
        live.Platform.Place = "here";
        (await live.RunAsync()).Diagnostics.ShouldBeEmpty();
        live.Platform.Records.ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task A_score_that_is_no_number_breaks_the_run_whatever_is_confirmed(int confirm)
    {
        using var live = await new LiveGuarded("confirm: 10", $"confirm: {confirm}").ApprovedAsync();
        live.Platform.Shows = address => address.Contains("-p9-1@") ? "many" : null;
        Broken(await live.RunAsync(), TargetCodes.Unintelligible);
        live.Platform.Records.ShouldBe(0);
    }

    [Fact]
    public async Task A_lead_cannot_change_its_address_or_its_mark()
    {
        using var live = new LiveGuarded(
            "fields: { country: country } }",
            "fields: { country: country, email: email, mark: sg_run } }"
        );
        live.Guarded.Write(
            "leads.jsonl",
            """
            {"id":"L1","createdAt":"2026-01-01","attributes":{"country":"Germany","email":"a@b.example","mark":"x"},"activities":[{"type":"attribute_change","at":"2026-02-01","properties":{"email":"real@person.example","mark":"none","country":"US"}},{"type":"click","at":"2026-02-01"}]}

            """
        );
        await live.ApprovedAsync();
        live.Platform.Changed.ShouldNotBeEmpty();
        live.Platform.Changed.ShouldAllBe(name => name == "country");
    }

    [Fact]
    public async Task Leads_that_need_another_signal_are_counted_and_never_passed()
    {
        using var live = new LiveGuarded();
        live.Guarded.Write("leads.jsonl", LiveGuarded.Leads(14, demos: 4));
        await live.ApprovedAsync();
        var run = await live.RunAsync();
        run.Verdict.ShouldBe(Verdict.Passed);
        run.Figures.Unchanged.ShouldBe(10);
        run.Target!.NotTestable.ShouldBe(4);
        run.Diagnostics.Single()
            .Message.ShouldBe(
                "4 of 14 leads cannot be tested here. 4: the activity `demo` has no entry under `signals` that fits."
            );
    }

    [Fact]
    public async Task A_population_that_cannot_be_tested_at_all_is_broken()
    {
        using var live = new LiveGuarded();
        live.Guarded.Write("leads.jsonl", LiveGuarded.Leads(3, demos: 3));
        await live.Guarded.FreezeAsync();
        Broken(await live.RunAsync(), TargetCodes.NotTestable);
        live.Platform.Created.ShouldBe(0);
    }

    private static void Broken(RunRecord run, DiagnosticCode code)
    {
        run.Verdict.ShouldBe(Verdict.Broken);
        run.Diagnostics.Select(diagnostic => diagnostic.Code).ShouldBe([code.Code]);
    }
}
