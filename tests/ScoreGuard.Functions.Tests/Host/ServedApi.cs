using System.Net.Http.Json;
using System.Text.Json;

namespace ScoreGuard.Functions.Tests.Host;

/// <summary>What people do through the host, with a key.</summary>
internal static class ServedApi
{
    public const string ReadKey = "read-key-0123456789abcdef";
    public const string OperateKey = "operate-key-0123456789abcdef";

    public static readonly (string, string)[] KeySettings =
    [
        ("SCOREGUARD_READ_KEY", ReadKey),
        ("SCOREGUARD_OPERATE_KEY", OperateKey),
    ];

    public static HttpRequestMessage Request(HttpMethod method, string path, string? key = OperateKey)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }

        return request;
    }

    public static async Task<JsonElement> GetAsync(this FunctionsHostStandIn host, string path)
    {
        using var request = Request(HttpMethod.Get, path);
        using var answer = await host.ProxyAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue($"GET {path}: {answer.StatusCode}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static async Task<JsonElement> PostAsync(this FunctionsHostStandIn host, string path, object body)
    {
        using var request = Request(HttpMethod.Post, path);
        request.Content = JsonContent.Create(body);
        using var answer = await host.ProxyAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue(
            $"POST {path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"
        );
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <returns>The address of the ordered run.</returns>
    public static async Task<string> OrderAsync(this FunctionsHostStandIn host, string reason) =>
        (await host.PostAsync("/api/runs", new { workspace = GuardedFolder.Name, reason }))
            .GetProperty("links")
            .GetProperty("self")
            .GetString()!;

    /// <summary>Runs and approves, so that later runs have something to be compared with.</summary>
    public static async Task ApproveAsync(this FunctionsHostStandIn host)
    {
        var run = await host.OrderAsync("first");
        await host.DrainAsync(new Random(1));
        (await host.GetAsync(run)).GetProperty("verdict").GetString().ShouldBe("no-baseline");
        await host.PostAsync(
            $"{run}/decisions",
            new
            {
                decision = "accept",
                by = "Ann",
                reason = "agreed",
            }
        );
    }
}
