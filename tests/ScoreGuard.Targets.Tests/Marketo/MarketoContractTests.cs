using System.Net;
using System.Text;
using ScoreGuard.Domain.Targets;
using ScoreGuard.FakePlatforms;
using ScoreGuard.FakePlatforms.Marketo;

namespace ScoreGuard.Targets.Tests.Marketo;

/// <summary>Every request of the adapter and every answer of the fake, judged by Adobe's descriptions.</summary>
public sealed class MarketoContractTests
{
    private const string Absent = "The published descriptions are not beside this checkout.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whole_replay_keeps_to_the_descriptions()
    {
        var description = await MarketoDescription.WriteAsync();
        Assert.SkipWhen(description is null, Absent);
        await using var bench = await MarketoBench.StartAsync();
        await using var judged = await PublishedDescription.StandBeforeAsync(description, bench.Platform.Url);
        var target = bench.Open(
            judged.Url,
            definition => definition with { Options = [new("list", "1001"), new("partition", "Synthetic")] }
        );
        bench.Platform.Instance.Campaigns.Add(
            new(3712, "Asked for", "trigger", "Active", ("Folder", 12)) { IsRequestable = true }
        );
        var created = await target.CreateAsync(
            [MarketoBench.Record(1), MarketoBench.Record(2), MarketoBench.Record(3, new TargetProperty("nowhere", 1m))],
            Stop
        );
        created[2].Refusal.ShouldBe("1006 Field 'nowhere' not found");
        var ids = created[..2].Select(result => result.Record.ShouldNotBeNull(result.Refusal)).ToArray();
        await SendAsync(SignalKind.Update, "", new TargetProperty("title", "Director"));
        await SendAsync(
            SignalKind.Form,
            "1029",
            new TargetProperty("company", "Example"),
            new TargetProperty("visitorData.pageURL", "https://example.com/demo")
        );
        await SendAsync(
            SignalKind.Event,
            "100001",
            new TargetProperty("primaryAttributeValue", "Tour"),
            new TargetProperty("minutes", 12m),
            new TargetProperty("source", "web")
        );
        await SendAsync(SignalKind.Member, "2045/Attended");
        await SendAsync(SignalKind.Member, "2045/Registered");
        await SendAsync(SignalKind.Member, "list/1001");
        await SendAsync(SignalKind.Request, "3712", new TargetProperty("my.reason", "test"));
        (await target.FindBreachesAsync(ids[0], Stop)).ShouldBeEmpty();
        bench.Platform.Instance.Log(
            bench.Platform.Records[0],
            FakeMarketoInstance.SendEmail,
            bench.Time.GetUtcNow(),
            "71"
        );
        (await target.FindBreachesAsync(ids[0], Stop)).ShouldHaveSingleItem();
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        (await target.ObserveAsync([.. ids], Stop)).Select(seen => seen.Values["leadScore"]).ShouldBe(["28", "28"]);
        (await target.ListAsync(MarketoBench.Run, Stop)).Length.ShouldBe(2);
        (await target.ListAsync(null, Stop)).Length.ShouldBe(2);
        await target.DeleteAsync([.. ids], Stop);
        (await target.ListAsync(MarketoBench.Run, Stop)).ShouldBeEmpty();

        async Task SendAsync(SignalKind kind, string name, params TargetProperty[] properties)
        {
            var signals = ids.Select(id => bench.Signal(kind, name, id, properties));
            (await target.SignalAsync([.. signals], Stop)).ShouldBe([.. ids.Select(RecordResult.Of)]);
        }
    }

    [Fact]
    public async Task Reading_the_configuration_keeps_to_the_descriptions()
    {
        var description = await MarketoDescription.WriteAsync();
        Assert.SkipWhen(description is null, Absent);
        await using var bench = await MarketoBench.StartAsync();
        MarketoConfigurationTests.Fill(bench.Platform.Instance);
        await using var judged = await PublishedDescription.StandBeforeAsync(description, bench.Platform.Url);
        var target = bench.Open(
            judged.Url,
            definition =>
                definition with
                {
                    Options = [new("list", "1001"), new("folders", "folder 12, program 34, folder 99")],
                }
        );
        var read = (await target.FindConfigurationAsync(Stop)).ShouldNotBeNull();
        read.Carried.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("GET", "rest/v1/leads.json?filterType=id", null)]
    [InlineData("GET", "rest/v1/activities.json?activityTypeIds=six&nextPageToken=x", null)]
    [InlineData("POST", "rest/v1/leads.json", """{"action":"upsert","input":[{"email":"a@example.com"}]}""")]
    [InlineData("POST", "rest/v1/activities/external.json", """{"input":[{"leadId":1,"activityTypeId":2}]}""")]
    [InlineData("POST", "rest/v1/leads/submitForm.json", """{"formId":1,"input":[{"leadFormFields":{}}]}""")]
    public async Task What_breaks_the_descriptions_does_not_pass(string method, string path, string? body)
    {
        var description = await MarketoDescription.WriteAsync();
        Assert.SkipWhen(description is null, Absent);
        await using var bench = await MarketoBench.StartAsync();
        await using var judged = await PublishedDescription.StandBeforeAsync(description, bench.Platform.Url);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(judged.Url, path));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        bench.Platform.Calls.ShouldBeEmpty();
    }
}
