using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ScoreGuard.Functions.Tests.Host;

namespace ScoreGuard.Functions.Tests.Http;

public sealed class BodyTests(RunningHandler running) : IClassFixture<RunningHandler>
{
    public static TheoryData<string> Unreadable =>
        [
            "",
            "{",
            "null",
            "[]",
            "7",
            "\"small\"",
            "{}",
            """{"workspace":null}""",
            """{"workspace":7}""",
            """{"workspace":["small"]}""",
            """{"workspace":"small","wrokspace":"small"}""",
            """{"workspace":"small","Candidate ":"x"}""",
            """{"workspace":"small","reason":"\ud800"}""",
            """{"workspace":"small"} {"workspace":"small"}""",
            $$"""{"workspace":"small","reason":"{{new string('r', 1_001)}}"}""",
            """{"workspace":"small","reason":""" + new string('[', 100_000),
        ];

    public static TheoryData<string> Escaping =>
        [
            "",
            ".",
            "..",
            "../small",
            "%2e%2e",
            "a/b",
            "a\\b",
            "/etc",
            "A",
            "Small",
            "-small",
            "small ",
            "small\u0000",
            "smäll",
            "small\n",
            ".queue",
            ".scoreguard",
            new string('a', 64),
        ];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_body_that_is_no_order_is_refused_with_what_would_be_right(string body)
    {
        var before = running.Files();
        using var answer = await PostAsync(new StringContent(body, Encoding.UTF8, "application/json"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        running.Files().ShouldBe(before);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData("application/json; charset=utf-99")]
    [InlineData(null)]
    public async Task A_body_of_another_type_is_refused_for_a_page_of_another_site_could_send_it(string? type)
    {
        using var content = new ByteArrayContent("""{"workspace":"small"}"""u8.ToArray());
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        using var answer = await PostAsync(content);
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_body_that_says_it_is_too_large_is_refused_before_it_is_read()
    {
        var (status, answer) = await running.SendRawAsync(
            "POST /api/runs HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                + $"x-functions-key: {ServedApi.OperateKey}\r\nContent-Length: 9000000\r\n\r\n{{\"workspace\":"
        );
        status.ShouldBe(413, answer);
        answer.ShouldContain("application/problem+json");
    }

    [Fact]
    public async Task A_body_without_a_length_is_refused_once_it_is_too_large()
    {
        var chunk = $"100000\r\n{new string('a', 1 << 20)}\r\n";
        var (status, _) = await running.SendRawAsync(
            "POST /api/runs HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nConnection: close\r\n"
                + $"x-functions-key: {ServedApi.OperateKey}\r\nTransfer-Encoding: chunked\r\n\r\n"
                + $"17\r\n{{\"workspace\":\"small\",\"a\r\n{string.Concat(Enumerable.Repeat(chunk, 8))}0\r\n\r\n"
        );
        status.ShouldBeOneOf(400, 413);
    }

    [Fact]
    public async Task A_large_body_of_somebody_without_a_key_is_not_read()
    {
        var (status, _) = await running.SendRawAsync(
            "POST /api/runs HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nConnection: close\r\n"
                + "Content-Length: 8000000\r\n\r\n{"
        );
        status.ShouldBe(401);
    }

    [Fact]
    public async Task An_order_in_chunks_without_a_length_is_taken()
    {
        using var request = ServedApi.Request(HttpMethod.Post, "/api/runs");
        request.Content = new StringContent("""{"workspace":"small"}""", Encoding.UTF8, "application/json");
        request.Headers.TransferEncodingChunked = true;
        using var answer = await running.Host.ProxyAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        answer.Headers.Location!.OriginalString.ShouldStartWith("/api/runs/small.");
    }

    [Theory]
    [MemberData(nameof(Escaping))]
    public async Task A_name_that_is_none_of_a_workspace_reaches_no_file(string name)
    {
        var before = running.Files();
        using (
            var ordered = await PostAsync(
                new StringContent(JsonSerializer.Serialize(new { workspace = name }), Encoding.UTF8, "application/json")
            )
        )
        {
            ordered.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        var spelled = Uri.EscapeDataString(name);
        string[] paths =
        [
            $"/api/runs?workspace=x{spelled}x/../",
            $"/api/baselines/{(name.Length == 0 ? "%20" : spelled)}",
            $"/api/runs/{spelled}.20260310T090000123Z-1a2b3c4d",
            $"/api/runs/{spelled}.20260310T090000123Z-1a2b3c4d/report.html",
        ];
        foreach (var path in paths)
        {
            var (status, answer) = await running.SendRawAsync(
                $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nx-functions-key: {ServedApi.ReadKey}\r\n\r\n"
            );
            status.ShouldBeOneOf([400, 404], $"{path}: {answer}");
        }

        running.Files().ShouldBe(before);
    }

    private async Task<HttpResponseMessage> PostAsync(HttpContent content)
    {
        using var request = ServedApi.Request(HttpMethod.Post, "/api/runs");
        request.Content = content;
        return await running.Host.ProxyAsync(request);
    }
}
