using ScoreGuard.FakePlatforms;

namespace ScoreGuard.Targets.Tests.HubSpot;

/// <summary>Lead scores, and how they are asked for, are as HubSpot's published description says.</summary>
public sealed class HubSpotReadingContractTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scores_are_read_as_described()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        await using var judge = await JudgeAsync("leadScoring.json", bench);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", bench.Fake.Habits.Token);
        const string Scores = "marketing/lead-scoring/2026-09-beta/scores";
        foreach (var reading in HubSpotReadingCase.All().Select(row => row.Data))
        {
            bench.Fake.Scores.Clear();
            reading.PutInto(bench.Fake);
            foreach (var path in bench.Fake.Scores.Keys.Select(id => $"{Scores}/{id}").Append($"{Scores}?limit=1"))
            {
                using var answer = await http.GetAsync(new Uri(judge.Url, path), Token);
                var text = await answer.Content.ReadAsStringAsync(Token);
                answer.IsSuccessStatusCode.ShouldBeTrue($"{reading.Name} {path}: {text}");
            }

            bench.Time.Advance(TimeSpan.FromSeconds(10));
        }
    }

    [Fact]
    public async Task A_score_that_breaks_the_description_is_noticed()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        await using var judge = await JudgeAsync("leadScoring.json", bench);
        var score = HubSpotBench.ScoreJson("1", "2026-01-01T00:00:00Z", 5);
        bench.Fake.Scores["1"] = score.Replace("\"value\":5", "\"points\":5", StringComparison.Ordinal);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", bench.Fake.Habits.Token);
        var url = new Uri(judge.Url, "marketing/lead-scoring/2026-09-beta/scores/1");
        using var answer = await http.GetAsync(url, Token);
        answer.IsSuccessStatusCode.ShouldBeFalse();
    }

    [Fact]
    public async Task The_adapter_asks_for_scores_as_described()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        await using var judge = await JudgeAsync("leadScoring.json", bench);
        bench.Fake.Scores["1"] = HubSpotBench.ScoreJson("1", "2026-01-01T00:00:00Z", 5);
        bench.Fake.Drafts["1"] = HubSpotBench.ScoreJson("1", "2026-01-01T00:00:00Z", 9);
        // Prism knows nothing of properties here and refuses that one call: a 404, as without them.
        var target = bench.Behind(judge.Url, HubSpotBench.Definition with { Options = [new("draft", "true")] });
        var snapshot = await target.FindConfigurationAsync(Token);
        snapshot.ShouldNotBeNull().Model.ShouldNotBeNull().ShouldContain("\"points\": 9");
    }

    [Fact]
    public async Task Definitions_of_properties_are_as_described()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        await using var judge = await JudgeAsync("properties.json", bench);
        bench.Fake.Properties.Add(("jobtitle", "string", "text"));
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", bench.Fake.Habits.Token);
        using var answer = await http.GetAsync(new Uri(judge.Url, "crm/v3/properties/contacts"), Token);
        var text = await answer.Content.ReadAsStringAsync(Token);
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        text.ShouldContain("jobtitle");
    }

    private static async Task<PublishedDescription> JudgeAsync(string file, HubSpotBench bench)
    {
        var description = PublishedDescription.Find($"hubspot/{file}");
        Assert.SkipWhen(description is null, "The published descriptions are not beside this checkout.");
        return await PublishedDescription.StandBeforeAsync(description, bench.Fake.Url);
    }
}
