using System.Net;
using ScoreGuard.Reporting.Pages;

namespace ScoreGuard.Functions.Tests.Ui;

/// <summary>A decision is about what it names; the whole run is only meant where nothing is named.</summary>
public sealed class DecisionBodyTests
{
    private const string WouldBeRight =
        "Name either `causes` or `leads`, at least one of them; leave both out to decide about the whole run.";

    public static TheoryData<string[]?[]> Unclear =>
        [
            new string[]?[] { [], null },
            new string[]?[] { null, [] },
            new string[]?[] { [], [] },
            new string[]?[] { ["score"], ["L001"] },
            new string[]?[] { ["score"], [] },
            new string[]?[] { [], ["L001"] },
            new string[]?[] { [""], null },
            new string[]?[] { [null!], null },
            new string[]?[] { null, ["L001", null!] },
        ];

    [Theory]
    [MemberData(nameof(Unclear))]
    public async Task A_body_that_does_not_say_what_is_decided_decides_nothing(string[]?[] parts)
    {
        await using var app = await ServedApp.WaitingAsync();
        var run = await app.RunAsync("small");

        var (status, problem) = await DecideAsync(app, run, parts[0], parts[1]);

        status.ShouldBe(HttpStatusCode.BadRequest);
        problem.GetProperty("detail").GetString().ShouldBe(WouldBeRight);
        (await BaselinesAsync(app)).ShouldBe(0);
    }

    [Fact]
    public async Task The_whole_run_is_decided_where_neither_causes_nor_leads_are_named()
    {
        await using var app = await ServedApp.WaitingAsync();
        var run = await app.RunAsync("small");

        (await DecideAsync(app, run, null, null)).Status.ShouldBe(HttpStatusCode.Created);

        (await BaselinesAsync(app)).ShouldBe(1);
    }

    [Fact]
    public async Task Leads_are_decided_where_they_alone_are_named()
    {
        await using var app = await ServedApp.WaitingAsync();
        await DecideAsync(app, await app.RunAsync("small"), null, null);
        app.Folder.Edit("small", "points: 20", "points: 30");
        var drift = await app.RunAsync("small", "Threshold moved");

        (await DecideAsync(app, drift, null, ["L000", "L002", "L000"])).Status.ShouldBe(HttpStatusCode.Created);

        using var visitor = new Visitor(app);
        await visitor.SignInAsync();
        (await visitor.ReadAsync($"/api/ui/runs/{drift}")).ShouldContain("Accepted 2 leads");
    }

    /// <summary>Ticks would be dropped, and more be accepted than was looked at.</summary>
    [Fact]
    public async Task A_form_that_ticks_causes_and_says_the_whole_run_decides_nothing()
    {
        await using var app = await ServedApp.WaitingAsync();
        var run = await app.RunAsync("small");
        using var visitor = new Visitor(app);
        await visitor.SignInAsync();

        var answer = await visitor.PostAsync(
            $"/api/ui/runs/{run}",
            $"/api/ui/runs/{run}/decisions",
            (FormFields.Decision, FormFields.Accept),
            (FormFields.Scope, "whole"),
            (FormFields.Cause, "score"),
            (FormFields.By, "Ann"),
            (FormFields.Reason, "Agreed")
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("You chose the whole run and ticked causes.");
        (await BaselinesAsync(app)).ShouldBe(0);
    }

    private static Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body)> DecideAsync(
        ServedApp app,
        string run,
        string[]? causes,
        string[]? leads
    ) =>
        app.AskAsync(
            HttpMethod.Post,
            $"/api/runs/{run}/decisions",
            new
            {
                decision = "accept",
                by = "Ann",
                reason = "Agreed",
                causes,
                leads,
            }
        );

    private static async Task<int> BaselinesAsync(ServedApp app) =>
        (await (await app.WorkspaceAsync("small")).Context.Stores.Baselines.ListAsync(default)).Length;
}
