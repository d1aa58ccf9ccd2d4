using System.Net;
using System.Text;
using System.Text.Json;

namespace ScoreGuard.Functions.Tests.Ui;

public sealed class ApiAnswerTests
{
    [Theory]
    [InlineData("/api/runs")]
    [InlineData("/api/runs/small.20260310T090000000Z-00000001/decisions")]
    public async Task Who_calls_is_asked_before_what_they_send(string path)
    {
        await using var app = await ServedApp.WaitingAsync();

        (await SendAsync(app, HttpMethod.Post, path, null, "text/plain")).ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync(app, HttpMethod.Post, path, ServedApp.ReadKey, "text/plain")).ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await SendAsync(app, HttpMethod.Post, path, ServedApp.OperateKey, "text/plain")).ShouldBe(
            HttpStatusCode.UnsupportedMediaType
        );
    }

    [Fact]
    public async Task An_address_that_does_not_exist_and_a_method_that_it_lacks_are_told_as_problems()
    {
        await using var app = await ServedApp.WaitingAsync();

        (await SendAsync(app, HttpMethod.Get, "/api/nope", null, null)).ShouldBe(HttpStatusCode.NotFound);
        (await SendAsync(app, HttpMethod.Delete, "/api/runs", null, null)).ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task The_description_tells_the_body_of_what_takes_json()
    {
        await using var app = await ServedApp.WaitingAsync();
        using var visitor = new Visitor(app);

        using var description = JsonDocument.Parse(await visitor.ReadAsync("/api/openapi.json"));

        var order = description.RootElement.GetProperty("paths").GetProperty("/api/runs").GetProperty("post");
        order
            .GetProperty("requestBody")
            .GetProperty("content")
            .GetProperty("application/json")
            .GetProperty("schema")
            .GetProperty("$ref")
            .GetString()
            .ShouldBe("#/components/schemas/OrderRequest");
        description
            .RootElement.GetProperty("components")
            .GetProperty("schemas")
            .GetProperty("OrderRequest")
            .GetProperty("properties")
            .TryGetProperty("reason", out _)
            .ShouldBeTrue();
    }

    /// <summary>The status, after making sure that a problem says the same.</summary>
    private static async Task<HttpStatusCode> SendAsync(
        ServedApp app,
        HttpMethod method,
        string path,
        string? key,
        string? contentType
    )
    {
        using var visitor = new Visitor(app);
        using var request = new HttpRequestMessage(method, app.At(path));
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }

        if (contentType is not null)
        {
            request.Content = new StringContent("{}", Encoding.UTF8, contentType);
        }

        var answer = await visitor.SendAsync(request);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        problem.RootElement.GetProperty("status").GetInt32().ShouldBe((int)answer.StatusCode);
        problem.RootElement.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        return answer.StatusCode;
    }
}
