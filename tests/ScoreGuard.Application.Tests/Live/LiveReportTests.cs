using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Drift.Traits;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Tests.Live;

/// <summary>What reports of a replayed platform say, where no model says which rule moved a lead.</summary>
public sealed class LiveReportTests
{
    private const int Leads = 40;

    /// <summary>Leads that clicked; of those that did not none can move.</summary>
    private const int Clicked = 30;

    [Fact]
    public async Task What_the_changed_leads_have_in_common_is_said_of_the_run_and_of_every_cause()
    {
        using var live = await ApprovedAsync();
        live.Platform.PerClick = 15;
        var run = await live.RunAsync();
        var report = live.Guarded.Report!;

        run.Verdict.ShouldBe(Verdict.Drift);
        report.Common.ShouldBe([new(Trait.Activity("click"), Clicked, Clicked, 0, Leads - Clicked)]);
        report.Causes.Length.ShouldBeGreaterThan(1);
        report.Causes.Sum(cause => cause.Leads).ShouldBe(Clicked);
        foreach (var cause in report.Causes)
        {
            cause.Common[0].ShouldBe(new(Trait.Activity("click"), cause.Leads, cause.Leads, 0, Leads - Clicked));
            // One to three clicks, five points more for each.
            var move = cause.Moves.ShouldHaveSingleItem();
            move.Dimension.ShouldBe("behaviour");
            move.Least!.Value.ShouldBeInRange(5, move.Most!.Value);
            move.Most.Value.ShouldBeLessThanOrEqualTo(15);
        }
    }

    [Fact]
    public async Task A_report_that_is_made_again_says_the_same()
    {
        using var live = await ApprovedAsync();
        live.Platform.PerClick = 15;
        var run = await live.RunAsync();
        var first = live.Guarded.Report!;
        var rows = live.Guarded.Outcomes.ToList();
        var again = await live.Guarded.ReportAsync(run.Id);

        again.Common.ShouldBe(first.Common);
        again
            .Causes.Select(cause => (cause.Id, Said(cause)))
            .ShouldBe(first.Causes.Select(cause => (cause.Id, Said(cause))));
        again.Listed.ShouldBe(first.Listed);
        live.Guarded.Outcomes.Select(row => row.Outcome.Lead).ShouldBe(rows.Select(row => row.Outcome.Lead));
        again.Headline.ShouldBe(first.Headline);
    }

    [Fact]
    public async Task Leads_that_were_not_tested_are_neither_changed_nor_unchanged_ones()
    {
        using var live = new LiveGuarded();
        live.Guarded.Write("leads.jsonl", LiveGuarded.Leads(Leads, 8));
        await live.ApprovedAsync();
        live.Platform.PerClick = 15;
        await live.RunAsync();
        var report = live.Guarded.Report!;

        // Of the first eight leads, which all have a demo, two did not click.
        report.Common.ShouldBe([new(Trait.Activity("click"), 24, 24, 0, 8)]);
        report.Headline.ShouldEndWith("8 unchanged; 8 not tested");
        report.TargetWords.ShouldContain(words =>
            words.StartsWith("8 of 40 leads cannot be tested here. 8: the activity `demo`", StringComparison.Ordinal)
            && words.EndsWith("They count in no figure of this report.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Nothing_is_guessed_where_a_model_scored_and_where_nothing_moved()
    {
        using var live = await ApprovedAsync();
        await live.RunAsync();
        live.Guarded.Report!.Common.ShouldBeEmpty();
        live.Guarded.Report.Listed.ShouldBe(new ListedOutcomes(Leads, Leads));

        using var model = await new Guarded().ApprovedAsync();
        model.EditModel("points: 10", "points: 15");
        (await model.RunAsync()).Verdict.ShouldBe(Verdict.Drift);
        model.Report!.Common.ShouldBeEmpty();
        model.Report.Causes.ShouldAllBe(cause => cause.Common.IsEmpty && cause.Moves.IsEmpty);
        model.Report.Listed.ShouldBeNull();
    }

    [Fact]
    public async Task The_first_run_lists_what_became_of_every_lead_beside_what_the_platform_was_given_of_it()
    {
        using var live = new LiveGuarded();
        live.Guarded.Write("leads.jsonl", LiveGuarded.Leads(Leads, 8));
        await live.Guarded.FreezeAsync();
        (await live.RunAsync()).Verdict.ShouldBe(Verdict.NoBaseline);

        live.Guarded.Report!.Listed.ShouldBe(new ListedOutcomes(32, 32));
        live.Guarded.OutcomeColumns!.Attributes.ShouldBe(["country"]);
        live.Guarded.OutcomeColumns.Dimensions.ShouldBe(["behaviour"]);
        var row = live.Guarded.Outcomes[0];
        (row.Outcome.Lead, row.Outcome.Stage, row.Outcome.Scores[0].Value).ShouldBe(("L008", "Inquiry", 20));
        row.Attributes.ShouldBe(["Germany"]);
    }

    [Fact]
    public async Task The_first_run_of_a_model_lists_its_outcomes_too()
    {
        using var model = new Guarded();
        await model.FreezeAsync();
        (await model.RunAsync()).Verdict.ShouldBe(Verdict.NoBaseline);

        model.Report!.Listed.ShouldBe(new ListedOutcomes(40, 40));
        model.OutcomeColumns!.Attributes.ShouldBeEmpty();
        model.Outcomes.Count.ShouldBe(40);
    }

    [Fact]
    public async Task Outcomes_that_a_new_lead_set_needs_looked_through_are_listed_although_the_run_is_broken()
    {
        using var model = await new Guarded().ApprovedAsync();
        model.Write("leads.jsonl", LiveGuarded.Leads(12, 0));
        await model.FreezeAsync(replace: true);
        var run = await model.RunAsync();

        run.Verdict.ShouldBe(Verdict.Broken);
        model.Report!.Listed.ShouldBe(new ListedOutcomes(12, 12));
        (await model.ReportAsync(run.Id)).Listed.ShouldBe(new ListedOutcomes(12, 12));
    }

    [Fact]
    public async Task Damaged_leads_take_the_list_away_and_not_the_report()
    {
        using var live = await ApprovedAsync();
        live.Platform.PerClick = 15;
        var run = await live.RunAsync();
        var leads = (await live.Guarded.Context.Stores.LeadSets.FindAsync(run.LeadSetRoot!, default))!;
        var shard = leads.Shards.Single().Digest.Split(':')[1];
        foreach (
            var file in Directory
                .EnumerateFiles(live.Guarded.StorePath, "*", SearchOption.AllDirectories)
                .Where(file => file.Contains(shard, StringComparison.Ordinal))
        )
        {
            File.Delete(file);
        }

        var again = await live.Guarded.ReportAsync(run.Id);
        again.Verdict.ShouldBe(Verdict.Drift);
        again.Common.ShouldBeEmpty();
        again.Listed.ShouldBeNull();
        again.Causes[0].Moves.ShouldNotBeEmpty();
    }

    private static (string, string) Said(Cause cause) =>
        (string.Join(", ", cause.Common.Select(trait => trait.ToString())), string.Join(", ", cause.Moves));

    private static async Task<LiveGuarded> ApprovedAsync()
    {
        var live = new LiveGuarded();
        live.Guarded.Write("leads.jsonl", LiveGuarded.Leads(Leads, 0));
        return await live.ApprovedAsync();
    }
}
