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

    [Fact]
    public async Task The_description_tells_which_key_an_operation_needs_and_how_it_is_sent()
    {
        await using var app = await ServedApp.WaitingAsync();

        var (_, description) = await app.AskAsync(HttpMethod.Get, "/api/openapi.json", key: null);

        description
            .GetProperty("openapi")
            .GetString()
            .ShouldStartWith("3.1", customMessage: "roles are told from 3.1 on");
        var schemes = description.GetProperty("components").GetProperty("securitySchemes");
        Text(schemes, "key", "type").ShouldBe("apiKey");
        Text(schemes, "key", "in").ShouldBe("header");
        Text(schemes, "key", "name").ShouldBe("x-functions-key");
        Text(schemes, "bearer", "type").ShouldBe("http");
        Text(schemes, "bearer", "scheme").ShouldBe("bearer");
        var needed =
            from path in description.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            let security = operation.Value.TryGetProperty("security", out var told) ? told.GetRawText() : "nothing"
            let refuses = operation.Value.GetProperty("responses").TryGetProperty("401", out _)
            select $"{operation.Name} {path.Name}: {Squeezed(security)}{(refuses ? ", else 401" : "")}";
        const string read = """[{"key":["read"]},{"bearer":["read"]}], else 401""";
        const string operate = """[{"key":["operate"]},{"bearer":["operate"]}], else 401""";
        needed.ShouldBe(
            [
                $"post /api/runs: {operate}",
                $"get /api/runs: {read}",
                $"get /api/runs/{{id}}: {read}",
                $"get /api/runs/{{id}}/{{file}}: {read}",
                $"post /api/runs/{{id}}/decisions: {operate}",
                $"get /api/baselines/{{workspace}}: {read}",
                "get /api/health: nothing",
            ],
            ignoreOrder: true
        );

        static string? Text(JsonElement schemes, string scheme, string member) =>
            schemes.GetProperty(scheme).GetProperty(member).GetString();

        static string Squeezed(string json) => string.Concat(json.Where(unit => !char.IsWhiteSpace(unit)));
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
