using Microsoft.Playwright;
using ScoreGuard.Integration.Tests.Reports;

namespace ScoreGuard.Functions.Tests.Ui;

public sealed class UiStoryTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Somebody_without_scripts_signs_in_orders_a_run_reads_its_report_accepts_it_and_the_next_one_passes()
    {
        await using var app = await ServedApp.WorkingAsync();
        await using var browser = await Browser.OpenAsync(chromium, app);
        var page = browser.Page;

        await browser.SignInAsync();
        (await page.InnerTextAsync("h1")).ShouldBe("Workspaces");
        await browser.OrderAsync("First look");
        (await browser.VerdictAsync()).ShouldBe("No baseline yet: nothing was compared");
        (await page.InnerTextAsync(".reason")).ShouldBe("Started because: First look");

        await page.GetByRole(AriaRole.Link, new() { Name = "Read the report" }).ClickAsync();
        (await page.InnerTextAsync("h1")).ShouldContain("40 leads replayed");
        (await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('section')).borderRadius")).ShouldBe(
            "12px",
            "the report keeps its own style"
        );
        await page.GoBackAsync();

        await browser.DecideAsync("Accept", "Ann", "Reviewed with Sales");
        (await page.InnerTextAsync("main")).ShouldContain("Accepted the whole run (baseline version 1) by Ann");
        (await browser.VerdictAsync()).ShouldBe("First baseline, approved");
        (await page.InnerTextAsync(".lede")).ShouldEndWith("What came of them is approved now, as the first baseline.");

        await page.GetByRole(AriaRole.Link, new() { Name = "Small" }).ClickAsync();
        (await page.InnerTextAsync("section:has(#baseline)")).ShouldContain("Reviewed with Sales");
        await browser.OrderAsync("Second look");
        (await browser.VerdictAsync()).ShouldBe("Passed");
        browser.Messages.ShouldBeEmpty();
        browser.Elsewhere.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_of_a_run_under_way_refreshes_itself_until_the_run_has_ended()
    {
        await using var app = await ServedApp.WaitingAsync();
        await using var browser = await Browser.OpenAsync(chromium, app);
        await browser.SignInAsync();
        await browser.OrderAsync("Threshold moved");

        (await browser.Page.InnerTextAsync(".state")).ShouldBe("It waits for its turn.");
        await browser
            .Page.Locator("meta[http-equiv=refresh]")
            .WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await app.WorkOffAsync("small");

        (await browser.VerdictAsync()).ShouldBe("No baseline yet: nothing was compared");
        (await browser.Page.Locator("meta[http-equiv=refresh]").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_single_cause_can_be_accepted_and_the_page_says_what_is_current_then()
    {
        await using var app = await ServedApp.WaitingAsync();
        await using var browser = await Browser.OpenAsync(chromium, app);
        var first = await app.RunAsync("small");
        await browser.SignInAsync(path: $"/api/ui/runs/{first}");
        await browser.DecideAsync("Accept", "Ann", "First");
        app.Folder.Edit("small", "points: 20", "points: 30");
        app.Folder.Edit("small", ">= 60", ">= 40");
        var drift = await app.RunAsync("small", "Two edits");

        await browser.GoAsync($"/api/ui/runs/{drift}");
        var causes = browser.Page.GetByRole(AriaRole.Checkbox);
        (await causes.CountAsync()).ShouldBeGreaterThan(1);
        await causes.First.CheckAsync();
        await browser.Page.GetByLabel("Only the causes that are ticked below").CheckAsync();
        await browser.DecideAsync("Accept", "Ann", "Only this");

        var said = await browser.Page.InnerTextAsync("main");
        said.ShouldContain("Accepted 1 cause (baseline version 2) by Ann");
        (await browser.VerdictAsync()).ShouldBe("Drift, accepted in part");
        (await browser.Page.InnerTextAsync(".lede")).ShouldEndWith("A part of that is approved now, the rest is not.");
        said.ShouldContain("compared with baseline version 1, and current is version 2");
        (await browser.Page.Locator("form.decide").CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("Accept", "Drift, accepted", "That is approved now.")]
    [InlineData(
        "Reject",
        "Drift, rejected",
        "That is rejected: the baseline stays, and somebody has to undo what moved them."
    )]
    public async Task The_verdict_of_a_decided_drift_says_what_was_decided_and_the_kept_report_stays_as_it_was(
        string decision,
        string badge,
        string end
    )
    {
        await using var app = await ServedApp.WaitingAsync();
        await using var browser = await Browser.OpenAsync(chromium, app);
        await browser.SignInAsync(path: $"/api/ui/runs/{await app.RunAsync("small")}");
        await browser.DecideAsync("Accept", "Ann", "First");
        app.Folder.Edit("small", "points: 20", "points: 30");
        var drift = await app.RunAsync("small", "An edit");
        await browser.GoAsync($"/api/ui/runs/{drift}");
        (await browser.VerdictAsync()).ShouldBe("Drift, not approved");
        (await browser.Page.InnerTextAsync(".lede")).ShouldEndWith("and nobody has approved that.");

        await browser.DecideAsync(decision, "Ann", "Agreed");

        (await browser.VerdictAsync()).ShouldBe(badge);
        (await browser.Page.InnerTextAsync(".lede")).ShouldEndWith(end);
        (await browser.Page.InnerTextAsync("main")).ShouldNotContain("nobody has approved");
        await browser.GoAsync("/api/ui");
        (await browser.Page.InnerTextAsync(".last .mark")).ShouldBe(badge);
        (await browser.Page.InnerTextAsync("main")).ShouldNotContain("not approved");
        await browser.GoAsync($"/api/runs/{drift}/report.html");
        (await browser.Page.InnerTextAsync("body")).ShouldContain("nobody has approved that.");
    }

    [Fact]
    public async Task Workspaces_of_one_title_are_told_apart_by_their_own_names()
    {
        await using var app = await ServedApp.WaitingAsync(folder =>
        {
            folder.Add("emea", title: "Scoring");
            folder.Add("apac", title: "Scoring");
            folder.Add("scoring", title: "scoring");
        });
        await using var browser = await Browser.OpenAsync(chromium, app);
        await browser.SignInAsync();

        (await browser.Page.Locator("section.card h2").AllInnerTextsAsync()).ShouldBe([
            "Scoring apac",
            "Scoring emea",
            "scoring",
        ]);
    }

    [Fact]
    public async Task A_refused_decision_shows_why_and_keeps_what_was_entered()
    {
        await using var app = await ServedApp.WaitingAsync();
        await using var browser = await Browser.OpenAsync(chromium, app);
        var first = await app.RunAsync("small");
        app.Folder.Edit("small", "points: 20", "points: 30");
        await app.RunAsync("small", "Another");

        await browser.SignInAsync(path: $"/api/ui/runs/{first}");
        await browser.DecideAsync("Accept", "Ann", "Too late");

        (await browser.Page.InnerTextAsync("[role=alert]")).ShouldContain("decide on the later one");
        (await browser.Page.InputValueAsync("#by")).ShouldBe("Ann");
        (await browser.Page.InputValueAsync("#reason")).ShouldBe("Too late");
        (await browser.Page.TitleAsync()).ShouldStartWith("Not recorded");
        (await browser.Page.InnerTextAsync("main")).ShouldNotContain("Accepted");
    }

    [Fact]
    public async Task Older_runs_are_on_pages_of_their_own()
    {
        await using var app = await ServedApp.WaitingAsync();
        await using var browser = await Browser.OpenAsync(chromium, app);
        var runs = new List<string>();
        for (var run = 0; run < 27; run++)
        {
            runs.Add(await app.RunAsync("small", $"Run {run}"));
        }

        await browser.SignInAsync(path: "/api/ui/workspaces/small");
        var rows = browser.Page.Locator("section.runs tbody tr");
        (await rows.CountAsync()).ShouldBe(25);
        (await rows.First.InnerTextAsync()).ShouldContain("Run 26");

        await browser.Page.GetByRole(AriaRole.Link, new() { Name = "Earlier runs" }).ClickAsync();
        (await rows.CountAsync()).ShouldBe(2);
        (await rows.Last.GetByRole(AriaRole.Link).GetAttributeAsync("href")).ShouldBe($"/api/ui/runs/{runs[0]}");
        (await browser.Page.GetByRole(AriaRole.Link, new() { Name = "Earlier runs" }).CountAsync()).ShouldBe(0);
    }
}
