using System.Net;
using System.Text.Json;

namespace ScoreGuard.Functions.Tests.Ui;

/// <summary>A store that cannot be read is told of where it is, and hides nothing of the others.</summary>
public sealed class DamagedWorkspaceTests
{
    [Fact]
    public async Task The_start_page_shows_the_others_and_says_which_workspace_cannot_be_read()
    {
        await using var app = await ThreeAsync();
        using var visitor = new Visitor(app);
        await visitor.SignInAsync();

        var answer = await visitor.GetAsync("/api/ui");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.Content.ReadAsStringAsync();
        Card(page, "broken").ShouldContain("It cannot be read");
        Card(page, "broken").ShouldContain("restore it from version control or a backup");
        Card(page, "broken").ShouldNotContain("It has not been run yet");
        Card(page, "small").ShouldContain("No baseline yet");
        Card(page, "small").ShouldNotContain("It cannot be read");
        Card(page, "unused").ShouldContain("It has not been run yet");
    }

    [Fact]
    public async Task The_list_of_runs_goes_on_without_its_runs_and_names_it()
    {
        await using var app = await ThreeAsync();

        var (status, listed) = await app.AskAsync(HttpMethod.Get, "/api/runs", key: ServedApp.ReadKey);

        status.ShouldBe(HttpStatusCode.OK);
        Texts(listed.GetProperty("unreadable")).ShouldBe(["broken"]);
        listed.GetProperty("runs").EnumerateArray().ShouldHaveSingleItem();
        (await app.AskAsync(HttpMethod.Get, "/api/runs?workspace=broken")).Status.ShouldBe(
            HttpStatusCode.ServiceUnavailable
        );
        var (_, one) = await app.AskAsync(HttpMethod.Get, "/api/runs?workspace=small");
        Texts(one.GetProperty("unreadable")).ShouldBeEmpty();
    }

    private static async Task<ServedApp> ThreeAsync()
    {
        var app = await ServedApp.WaitingAsync(folder =>
        {
            folder.Add("broken");
            folder.Add("small");
            folder.Add("unused");
        });
        await app.RunAsync("small");
        var run = (await app.RunAsync("broken")).Split('.')[1];
        app.Folder.Write("broken", $".scoreguard/runs/{run}.json", "{");
        return app;
    }

    private static string Card(string page, string name) =>
        page.Split("<section")
            .Single(section => section.Contains($"aria-labelledby=\"workspace-{name}\"", StringComparison.Ordinal));

    private static IEnumerable<string?> Texts(JsonElement list) =>
        list.EnumerateArray().Select(text => text.GetString());
}
