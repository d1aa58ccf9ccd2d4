using ScoreGuard.Functions.Tests.Host;

namespace ScoreGuard.Functions.Tests.Http;

/// <summary>People's requests as the two kinds of host pass them on.</summary>
public sealed class ForwardedRequestTests(RunningHandler running) : IClassFixture<RunningHandler>
{
    [Theory]
    [InlineData("/api/runs?workspace=small&workspace=other", 404)]
    [InlineData("/api/runs?workspace=small,other", 404)]
    [InlineData("/api/runs?workspace=%73mall&q=%C3%A9&empty=", 200)]
    [InlineData("/api/%72uns", 200)]
    [InlineData("/api/baselines/small%2F..", 404)]
    [InlineData("/api/runs/a%2Fb%20c/report.html", 404)]
    [InlineData("/api/runs?limit=-5", 200)]
    [InlineData("/api/runs?limit=many", 400)]
    [InlineData("/api/runs?limit=99999999999999999999", 400)]
    public async Task Repeated_and_encoded_parts_of_an_address_mean_what_they_say(string target, int status)
    {
        foreach (
            var headers in (string[])
                [
                    "X-Forwarded-For: 127.0.0.1\r\nX-Forwarded-Host: guard.example.com\r\nX-Forwarded-Proto: https\r\n",
                    "User-Agent: curl/7.88.1 Azure-Functions-Host/4.1037.0\r\nX-Azure-Functions-InvocationId: spoof, b46ab2ef\r\n",
                ]
        )
        {
            var (answered, answer) = await running.SendRawAsync(
                $"GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n{headers}x-functions-key: {ServedApi.ReadKey}\r\n\r\n"
            );
            answered.ShouldBe(status, answer);
        }
    }

    [Fact]
    public async Task Where_the_host_was_reached_is_never_told_from_a_header_that_a_caller_can_choose()
    {
        var (status, answer) = await running.SendRawAsync(
            "GET /api/openapi.json HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n"
        );
        status.ShouldBe(200);
        answer.ShouldNotContain("evil.example");
    }

    [Fact]
    public async Task A_refusal_is_a_problem_with_the_headers_that_keep_browsers_safe()
    {
        var (_, answer) = await running.SendRawAsync(
            "GET /api/runs HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        );
        answer.ShouldContain("application/problem+json");
        answer.ShouldContain("Content-Security-Policy: default-src 'none'");
        answer.ShouldContain("X-Content-Type-Options: nosniff");
        answer.ShouldContain("Cache-Control: no-store");
        answer.ShouldNotContain("\r\nServer:");
    }
}
