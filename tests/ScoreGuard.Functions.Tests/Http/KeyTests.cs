using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ScoreGuard.Functions.Tests.Host;

namespace ScoreGuard.Functions.Tests.Http;

public sealed class KeyTests(RunningHandler running) : IClassFixture<RunningHandler>
{
    private static readonly string[] Protected =
    [
        "/api/runs",
        "/api/runs/x",
        "/api/runs/x/report",
        "/api/baselines/small",
    ];

    public static TheoryData<string> WrongKeys =>
        [
            "",
            "wrong",
            ServedApi.ReadKey[..^1],
            ServedApi.OperateKey + "x",
            ServedApi.OperateKey.ToUpperInvariant(),
            new string('k', 8_000),
        ];

    [Theory]
    [MemberData(nameof(WrongKeys))]
    public async Task Without_the_right_key_nothing_is_told(string key)
    {
        foreach (var path in Protected)
        {
            using var request = ServedApi.Request(HttpMethod.Get, path, key);
            using var answer = await running.Host.ProxyAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, path);
            using var keyless = ServedApi.Request(HttpMethod.Get, path, key: null);
            using var refused = await running.Host.ProxyAsync(keyless);
            refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, path);
        }
    }

    [Fact]
    public async Task Two_keys_in_one_request_are_none()
    {
        using var request = ServedApi.Request(HttpMethod.Get, "/api/runs");
        request.Headers.Add("x-functions-key", ServedApi.ReadKey);
        using var answer = await running.Host.ProxyAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_key_in_the_address_opens_nothing_for_addresses_are_remembered_and_sent_on()
    {
        using var request = ServedApi.Request(HttpMethod.Get, $"/api/runs?code={ServedApi.OperateKey}", key: null);
        using var answer = await running.Host.ProxyAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_key_may_come_as_a_bearer_token()
    {
        using var request = ServedApi.Request(HttpMethod.Get, "/api/runs", key: null);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ServedApi.ReadKey);
        using var answer = await running.Host.ProxyAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/api/runs")]
    [InlineData("/api/runs/small.20260310T090000123Z-1a2b3c4d/decisions")]
    public async Task The_key_that_may_read_orders_and_decides_nothing(string path)
    {
        var before = running.Files();
        using var request = ServedApi.Request(HttpMethod.Post, path, ServedApi.ReadKey);
        request.Content = new StringContent("""{"workspace":"small"}""", Encoding.UTF8, "application/json");
        using var answer = await running.Host.ProxyAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        running.Files().ShouldBe(before);
    }

    [Fact]
    public async Task Health_and_the_description_are_open_and_name_nothing_that_is_whose()
    {
        foreach (var path in (string[])["/api/health", "/api/openapi.json"])
        {
            using var request = ServedApi.Request(HttpMethod.Get, path, key: null);
            using var answer = await running.Host.ProxyAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("\"small\"");
        }
    }

    [Fact]
    public async Task A_key_is_in_no_line_of_the_log_no_header_and_no_body()
    {
        (HttpMethod Method, string Path, string Body)[] requests =
        [
            (HttpMethod.Get, "/api/runs", ""),
            (HttpMethod.Get, "/api/nothing", ""),
            (HttpMethod.Get, "/api/health", ""),
            (HttpMethod.Get, "/api/runs/x/report", ""),
            (HttpMethod.Get, "/RunsWork", ""),
            (HttpMethod.Get, "/api/runs/x%00/report", ""),
            (HttpMethod.Get, "/api/runs?limit=many", ""),
            (HttpMethod.Post, "/RunsTimer", "{}"),
            (HttpMethod.Post, "/api/runs", """{"workspace":"small","reason":"key"}"""),
            (HttpMethod.Post, "/api/runs", "{"),
            (HttpMethod.Post, "/api/runs/x/decisions", "{}"),
            (HttpMethod.Delete, "/api/runs", ""),
        ];
        foreach (var (method, path, body) in requests)
        {
            foreach (var key in (string[])[ServedApi.ReadKey, ServedApi.OperateKey])
            {
                var code = $"{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}code={key}";
                using var request = ServedApi.Request(method, path + code, key);
                request.Headers.Add("Cookie", $"scoreguard={key}");
                request.Headers.Add("Referer", $"https://guard.example.com{path}{code}");
                request.Content =
                    method == HttpMethod.Post ? new StringContent(body, Encoding.UTF8, "application/json") : null;
                using var answer = await running.Host.ProxyAsync(request);
                var told = $"{answer.Headers}{answer.Content.Headers}{await answer.Content.ReadAsStringAsync()}";
                told.ShouldNotContain(ServedApi.ReadKey, customMessage: path);
                told.ShouldNotContain(ServedApi.OperateKey, customMessage: path);
            }
        }

        // A line that is written after all of them: the log is complete up to here.
        var sentinel = $"/RunsPoison";
        using (var last = ServedApi.Request(HttpMethod.Post, sentinel, key: null))
        {
            last.Content = new StringContent("{}", Encoding.UTF8, "application/json");
            using var refused = await running.Host.ProxyAsync(last);
        }

        await running.Host.Handler.SaysAsync($"A call to {sentinel} was refused");
        running.Host.Handler.All().ShouldNotContain(ServedApi.ReadKey);
        running.Host.Handler.All().ShouldNotContain(ServedApi.OperateKey);
    }
}
