using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ScoreGuard.FakePlatforms;

namespace ScoreGuard.Targets.Tests;

/// <summary>The judge is judged: what breaks a description must not pass.</summary>
public sealed class PublishedDescriptionTests
{
    private const string Contacts = "hubspot/contacts.json";
    private const string Upsert = "crm/v3/objects/contacts/batch/upsert";

    [Theory]
    [InlineData("{\"inputs\":[{\"id\":\"a\",\"idProperty\":\"email\",\"properties\":{\"email\":\"a\"}}]}", false)]
    [InlineData("{\"inputs\":[{\"idProperty\":\"email\"}]}", true)]
    public async Task A_request_that_breaks_the_description_is_refused(string body, bool isRefused)
    {
        var description = PublishedDescription.Find(Contacts);
        Assert.SkipWhen(description is null, "The published descriptions are not beside this checkout.");
        await using var platform = await PlatformServer.StartAsync(app =>
            app.MapPost(
                "/" + Upsert,
                () =>
                    Results.Json(
                        new
                        {
                            status = "COMPLETE",
                            results = Array.Empty<int>(),
                            startedAt = "2026-01-01T00:00:00Z",
                            completedAt = "2026-01-01T00:00:00Z",
                        }
                    )
            )
        );
        await using var judged = await PublishedDescription.StandBeforeAsync(description, platform.Url);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "x");
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(
            new Uri(judged.Url, Upsert),
            content,
            TestContext.Current.CancellationToken
        );
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        (answer.StatusCode == HttpStatusCode.UnprocessableEntity).ShouldBe(isRefused, text);
        if (!isRefused)
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        }
    }
}
