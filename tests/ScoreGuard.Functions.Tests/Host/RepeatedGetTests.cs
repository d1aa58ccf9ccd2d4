namespace ScoreGuard.Functions.Tests.Host;

/// <summary>A host that loses the connection sends a GET up to ten times.</summary>
public sealed class RepeatedGetTests
{
    [Fact]
    public async Task A_GET_sent_ten_times_changes_no_file()
    {
        using var guarded = new GuardedFolder();
        using var host = new FunctionsHostStandIn(guarded.Path, ServedApi.KeySettings);
        await host.ReadyAsync();
        await host.ApproveAsync();
        var run = await host.OrderAsync("waits");
        var ended = (await host.GetAsync("/api/runs?limit=10"))
            .GetProperty("runs")
            .EnumerateArray()
            .First(each => each.GetProperty("state").GetString() == "ended")
            .GetProperty("links")
            .GetProperty("self")
            .GetString();
        var before = guarded.Files();
        string[] paths =
        [
            "/",
            "/api/health",
            "/api/openapi.json",
            "/api/runs",
            $"/api/runs?workspace={GuardedFolder.Name}",
            run,
            $"{ended}",
            $"{ended}/report",
            $"{ended}/report.csv",
            $"/api/baselines/{GuardedFolder.Name}",
        ];
        foreach (var path in paths)
        {
            for (var time = 0; time < 10; time++)
            {
                using var request = ServedApi.Request(HttpMethod.Get, path);
                using var answer = await host.ProxyAsync(request);
                answer.IsSuccessStatusCode.ShouldBeTrue($"GET {path}: {answer.StatusCode}");
            }
        }

        guarded.Files().ShouldBe(before);
    }
}
