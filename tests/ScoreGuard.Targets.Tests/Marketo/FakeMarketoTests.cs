using System.Text.Json;
using ScoreGuard.FakePlatforms.Marketo;

namespace ScoreGuard.Targets.Tests.Marketo;

/// <summary>The fake has Marketo's habits, or the tests against it prove nothing.</summary>
public sealed class FakeMarketoTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task More_than_a_hundred_calls_in_twenty_seconds_are_refused_with_606()
    {
        await using var bench = await MarketoBench.StartAsync();
        using var http = await AuthorizedAsync(bench);
        for (var call = 1; call <= 100; call++)
        {
            (await CodeOfAsync(http, "rest/v1/activities/types.json")).ShouldBe("");
        }

        (await CodeOfAsync(http, "rest/v1/activities/types.json")).ShouldBe("606");
        bench.Time.Advance(TimeSpan.FromSeconds(20));
        (await CodeOfAsync(http, "rest/v1/activities/types.json")).ShouldBe("");
    }

    [Fact]
    public async Task A_token_ends_after_an_hour_and_an_unknown_one_is_invalid()
    {
        await using var bench = await MarketoBench.StartAsync();
        using var http = await AuthorizedAsync(bench);
        bench.Time.Advance(TimeSpan.FromHours(1));
        (await CodeOfAsync(http, "rest/v1/activities/types.json")).ShouldBe("602");
        http.DefaultRequestHeaders.Authorization = new("Bearer", "x");
        (await CodeOfAsync(http, "rest/v1/activities/types.json")).ShouldBe("601");
    }

    [Theory]
    [InlineData("rest/v1/leads.json?filterType=id", "701")]
    [InlineData("rest/v1/leads.json?filterType=leadScore&filterValues=1", "1003")]
    [InlineData("rest/v1/leads.json?filterType=id&filterValues=1&fields=nowhere", "1006")]
    [InlineData("rest/v1/activities.json?activityTypeIds=6", "701")]
    [InlineData("rest/v1/lists/4711/leads.json", "1013")]
    [InlineData("rest/v1/nothing.json", "610")]
    [InlineData("rest/asset/v1/smartCampaigns.json?maxReturn=201", "701")]
    public async Task A_wrong_request_is_refused_by_a_code(string path, string code)
    {
        await using var bench = await MarketoBench.StartAsync();
        using var http = await AuthorizedAsync(bench);
        (await CodeOfAsync(http, path)).ShouldBe(code);
    }

    [Fact]
    public async Task Scores_appear_late_and_after_every_change_anew()
    {
        await using var bench = await MarketoBench.StartAsync();
        bench.Platform.Instance.ScoringDelay = TimeSpan.FromMinutes(3);
        var ids = await bench.CreateAsync(1);
        bench.Time.Advance(TimeSpan.FromMinutes(2));
        await bench.Target.ObserveAsync(ids, Stop);
        bench.Platform.Records[0].Find("leadScore").ShouldBeNull();
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        await bench.Target.ObserveAsync(ids, Stop);
        bench.Platform.Records[0].Find("leadScore").ShouldBe("0");
        await bench.Target.SignalAsync([bench.Signal(Domain.Targets.SignalKind.Form, "1029", ids[0])], Stop);
        bench.Time.Advance(TimeSpan.FromMinutes(2));
        (await bench.Target.ObserveAsync(ids, Stop))[0].Values["leadScore"].ShouldBe("0");
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        (await bench.Target.ObserveAsync(ids, Stop))[0].Values["leadScore"].ShouldBe("5");
    }

    private static async Task<HttpClient> AuthorizedAsync(MarketoBench bench)
    {
        var http = new HttpClient { BaseAddress = bench.Platform.Url };
        var path =
            $"identity/oauth/token?grant_type=client_credentials&client_id={FakeMarketo.ClientId}"
            + $"&client_secret={Uri.EscapeDataString(FakeMarketo.ClientSecret)}";
        using var answer = JsonDocument.Parse(await http.GetByteArrayAsync(new Uri(path, UriKind.Relative), Stop));
        http.DefaultRequestHeaders.Authorization = new(
            "Bearer",
            answer.RootElement.GetProperty("access_token").GetString()
        );
        return http;
    }

    /// <summary>The first error's code; empty where it succeeded.</summary>
    private static async Task<string> CodeOfAsync(HttpClient http, string path)
    {
        using var answer = JsonDocument.Parse(await http.GetByteArrayAsync(new Uri(path, UriKind.Relative), Stop));
        var isDone = answer.RootElement.GetProperty("success").GetBoolean();
        return isDone ? "" : answer.RootElement.GetProperty("errors")[0].GetProperty("code").GetString()!;
    }
}
