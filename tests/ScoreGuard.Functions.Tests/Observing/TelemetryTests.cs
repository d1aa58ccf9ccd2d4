using System.Collections.Concurrent;
using System.Net;
using System.Text;
using ScoreGuard.Functions.Tests.Host;

namespace ScoreGuard.Functions.Tests.Observing;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Traces_and_figures_of_a_run_go_to_the_OTLP_endpoint_that_is_set_and_name_no_key()
    {
        var port = HandlerProcess.FreePort();
        using var listener = new HttpListener();
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        var received = new ConcurrentDictionary<string, string>();
        var receiving = ReceiveAsync(listener, received);
        using var guarded = new GuardedFolder();
        using var host = new FunctionsHostStandIn(
            guarded.Path,
            [
                .. ServedApi.KeySettings,
                ("OTEL_EXPORTER_OTLP_ENDPOINT", $"http://127.0.0.1:{port}"),
                ("OTEL_METRIC_EXPORT_INTERVAL", "200"),
                ("OTEL_BSP_SCHEDULE_DELAY", "200"),
            ]
        );
        await host.ReadyAsync();
        await host.OrderAsync("figures");
        await host.DrainAsync(new Random(6));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!Has(received, "/v1/metrics", "scoreguard.runs") || !Has(received, "/v1/traces", "step Conclude"))
        {
            limit.IsCancellationRequested.ShouldBeFalse(string.Join(' ', received.Keys));
            await Task.Delay(50);
        }

        Has(received, "/v1/metrics", "no-baseline").ShouldBeTrue();
        received.Values.ShouldAllBe(body =>
            !body.Contains(ServedApi.OperateKey, StringComparison.Ordinal)
            && !body.Contains(ServedApi.ReadKey, StringComparison.Ordinal)
        );
        listener.Stop();
        await receiving;
    }

    private static bool Has(ConcurrentDictionary<string, string> received, string path, string text) =>
        received.TryGetValue(path, out var bodies) && bodies.Contains(text, StringComparison.Ordinal);

    private static async Task ReceiveAsync(HttpListener listener, ConcurrentDictionary<string, string> received)
    {
        try
        {
            while (true)
            {
                var call = await listener.GetContextAsync();
                using var body = new StreamReader(call.Request.InputStream, Encoding.Latin1);
                var text = await body.ReadToEndAsync();
                received.AddOrUpdate(call.Request.Url!.AbsolutePath, text, (_, earlier) => earlier + text);
                call.Response.ContentType = "application/x-protobuf";
                call.Response.Close();
            }
        }
        catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
        {
            // The test has seen enough.
        }
    }
}
