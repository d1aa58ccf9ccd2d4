using System.Collections.Immutable;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Drift.Traits;
using ScoreGuard.Reporting.Words;
using ScoreGuard.Testing.Reports;

namespace ScoreGuard.Reporting.Tests;

/// <summary>What is said of a cause where no model says which rule moved its leads.</summary>
public sealed class TraitWordsTests
{
    [Theory]
    [InlineData(TraitKind.Activity, 13, 13, 0, "All 13 have the activity “a”; none of the 17 unchanged leads has.")]
    [InlineData(
        TraitKind.Activity,
        12,
        13,
        2,
        "12 of 13 have the activity “a”; 2 of the 17 unchanged leads have it too."
    )]
    [InlineData(TraitKind.Activity, 1, 1, 0, "It has the activity “a”; none of the 17 unchanged leads has.")]
    [InlineData(TraitKind.Activity, 2, 2, 1, "Both have the activity “a”; 1 of the 17 unchanged leads has it too.")]
    [InlineData(
        TraitKind.ActivityValue,
        13,
        13,
        0,
        "All 13 have the activity “a” with “v” as “p”; none of the 17 unchanged leads has."
    )]
    [InlineData(TraitKind.Value, 13, 13, 0, "All 13 have “v” as “a”; none of the 17 unchanged leads has.")]
    [InlineData(TraitKind.AtLeast, 13, 13, 0, "All 13 have “v” or more as “a”; none of the 17 unchanged leads has.")]
    [InlineData(TraitKind.AtMost, 13, 13, 0, "All 13 have “v” or less as “a”; none of the 17 unchanged leads has.")]
    [InlineData(TraitKind.Present, 13, 13, 0, "All 13 have a value in “a”; none of the 17 unchanged leads has.")]
    [InlineData(TraitKind.Missing, 13, 13, 0, "All 13 lack a value in “a”; none of the 17 unchanged leads lacks it.")]
    [InlineData(
        TraitKind.Missing,
        12,
        13,
        1,
        "12 of 13 lack a value in “a”; 1 of the 17 unchanged leads lacks it too."
    )]
    public void A_trait_is_a_sentence_with_its_counts(
        TraitKind kind,
        int having,
        int leads,
        int unchangedHaving,
        string sentence
    ) =>
        TraitWords
            .Of(Cause(leads) with { Common = [new(new(kind, "a", "p", "v"), having, leads, unchangedHaving, 17)] })
            .ShouldBe([sentence]);

    [Fact]
    public void Scores_say_how_far_they_moved_and_which_stayed()
    {
        Moves(13, new("total", -15, -15, 0), new("fit", 0, 0, 0))
            .ShouldBe(["Scores: “total” −15 for each of them; “fit” unchanged."]);
        Moves(13, new ScoreMove("total", -15.5m, 10, 0)).ShouldBe(["Score: “total” −15.5 to +10."]);
        Moves(1, new ScoreMove("total", 5, 5, 0)).ShouldBe(["Score: “total” +5."]);
        Moves(3, new ScoreMove("total", 5, 5, 1)).ShouldBe(["Score: “total” +5, there on one side only for 1 lead."]);
        Moves(3, new ScoreMove("total", null, null, 3))
            .ShouldBe(["Score: “total” there on one side only for 3 leads."]);
    }

    [Fact]
    public void Where_a_model_scored_nothing_is_added() =>
        SomeReport.Drift().Causes.ShouldAllBe(cause => TraitWords.Of(cause).IsEmpty);

    [Fact]
    public void The_page_counts_the_leads_of_a_cause_that_it_does_not_name()
    {
        var page = Forms.Page(SomeReport.ReplayDrift());

        // Six of thirteen, although the report itself knows ten.
        page.QuerySelectorAll(".facts > div")
            .Single(fact => fact.TextContent.StartsWith("For example", StringComparison.Ordinal))
            .TextContent.ShouldEndWith("L00012 and 7 more");
        Forms.Text(ReportFiles.Markdown, SomeReport.ReplayDrift()).ShouldContain("`L00009` and 8 more");
    }

    [Fact]
    public void Every_form_says_why_although_no_model_does()
    {
        const string Webinar = "All 13 have the activity “webinar_attended”; none of the 17 unchanged leads has.";
        var report = SomeReport.ReplayDrift();

        Forms.Page(report).QuerySelector(".because")!.TextContent.ShouldBe(Webinar);
        Forms.Text(ReportFiles.Json, report).ShouldContain(Webinar);
        Forms.Text(ReportFiles.JUnit, report).ShouldContain(Webinar);
        Forms
            .Text(ReportFiles.Markdown, report)
            .ShouldContain("All 13 have the activity `webinar_attended`; none of the 17 unchanged leads has.");
        var mail = Reporting.Mail.NewsMail.Write(report, Reporting.Mail.MailLinks.None);
        mail.Text.ShouldContain(Webinar);
        mail.Html.ShouldContain(Webinar);
    }

    [Fact]
    public void Where_there_is_no_model_nothing_is_said_of_one()
    {
        foreach (var report in new[] { SomeReport.ReplayDrift(), SomeReport.ReplayFirst() })
        {
            var page = Forms.Page(report);
            page.Body!.TextContent.ShouldNotContain("odel");
            page.Body.TextContent.ShouldNotContain("Points of rules");
            page.Body.TextContent.ShouldNotContain("the rules that made the difference");
            Forms.Text(ReportFiles.Markdown, report).ShouldNotContain("odel");
            Forms.Text(ReportFiles.JUnit, report).ShouldNotContain("odel");
        }

        Forms
            .Page(SomeReport.ReplayFirst())
            .QuerySelector(".lede")!
            .TextContent.ShouldStartWith("30 leads were replayed into Salesforce, but there are no approved outcomes");
    }

    [Fact]
    public void Who_is_asked_to_check_outcomes_finds_them_and_their_labels()
    {
        var page = Forms.Page(SomeReport.ReplayFirst());

        page.QuerySelector(".actions a")!.GetAttribute("href").ShouldBe("outcomes.csv");
        page.QuerySelectorAll("[aria-labelledby=labels] tbody tr")
            .Select(row => row.TextContent)
            .ShouldBe(["Cold14", "Warm10", "Hot5", "(no label)1"]);

        var many = SomeReport.ReplayFirst() with { Listed = new(10_000, 100_000) };
        Forms
            .Page(many)
            .QuerySelector(".actions .outcomes")!
            .TextContent.ShouldBe("What became of the first 10,000 of 100,000 leads, one by one, is in outcomes.csv.");
        Forms.Page(SomeReport.NoBaseline()).QuerySelector("a[href='outcomes.csv']").ShouldBeNull();
    }

    private static ImmutableArray<string> Moves(int leads, params ScoreMove[] moves) =>
        TraitWords.Of(Cause(leads) with { Moves = [.. moves] });

    private static Cause Cause(int leads) =>
        SomeReport.ReplayDrift().Causes[0] with
        {
            Leads = leads,
            Common = [],
            Moves = [],
        };
}
