using System.Text;
using System.Text.Json;

namespace ScoreGuard.Functions.Tests.Host;

/// <summary>Bodies that the Functions host sends, as they were recorded from it.</summary>
internal static class HostCalls
{
    private const string Sys =
        "\"sys\":{\"MethodName\":\"Tick\",\"UtcNow\":\"2026-11-21T21:24:00.0048301Z\",\"RandGuid\":\"5afa22b0-522d-4771-8a0c-b9802e4a1d4b\"}";

    /// <summary>A timer's call, for an occurrence of its schedule.</summary>
    public static string Timer(string next, bool pastDue = false) =>
        $$$"""
            {"Data":{"timer":{"Schedule":{"AdjustForDST":true},
              "ScheduleStatus":{"Last":"2026-11-21T21:23:30.000379+00:00","Next":"{{{next}}}","LastUpdated":"2026-11-21T21:23:30.000379+00:00"},
              "IsPastDue":{{{(pastDue ? "true" : "false")}}}}},
             "Metadata":{{{{Sys}}}}}
            """;

    /// <summary>With monitoring off, as for schedules that fire more than once a minute.</summary>
    public static string TimerWithoutStatus() =>
        $$$"""{"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}},"Metadata":{{{{Sys}}}}}""";

    /// <summary>The first call ever.</summary>
    public static string FirstTimer(string next) =>
        Timer(next).Replace("2026-11-21T21:23:30.000379+00:00", "0001-01-01T00:00:00+00:00", StringComparison.Ordinal);

    /// <summary>A later try under a retry policy, with the host's whole exception.</summary>
    public static string RetriedTimer(string next)
    {
        var trace = JsonSerializer.Serialize(
            string.Concat(Enumerable.Repeat("   at Microsoft.Azure.WebJobs.Host.Executors.FunctionExecutor\n", 90))
        );
        return Timer(next)
            .Replace(
                "\"Metadata\":{",
                "\"Metadata\":{\"RetryContext\":{\"RetryCount\":1,\"MaxRetryCount\":2,\"Exception\":{\"ClassName\":"
                    + $"\"Microsoft.Azure.WebJobs.Host.FunctionInvocationException\",\"StackTraceString\":{trace}"
                    + "},\"Instance\":null,\"State\":{}},",
                StringComparison.Ordinal
            );
    }

    /// <summary>A queued message as <c>dataType: binary</c> brings it: nothing of it is in the metadata.</summary>
    public static string Queued(ReadOnlySpan<byte> message, int dequeueCount = 1) =>
        Queued(Convert.ToBase64String(message), dequeueCount, []);

    /// <summary>A queued message as a text binding brings it: a JSON string in a JSON string, its top-level properties put over the metadata.</summary>
    public static string QueuedText(string message, int dequeueCount = 1) =>
        Queued(JsonSerializer.Serialize(message), dequeueCount, Overwritten(message));

    private static string Queued(string item, int dequeueCount, Dictionary<string, object> overwritten)
    {
        var metadata = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase)
        {
            ["DequeueCount"] = $"{dequeueCount}",
            ["ExpirationTime"] = "2026-11-28T21:27:20+00:00",
            ["Id"] = "\"f970f10c-7da1-4e68-950f-c24f9f57b168\"",
            ["InsertionTime"] = "2026-11-21T21:27:20+00:00",
            ["NextVisibleTime"] = "2026-11-21T21:37:20+00:00",
            ["PopReceipt"] = "\"MjFOb3Yy\"",
        };
        foreach (var (name, value) in overwritten)
        {
            metadata[name] = value;
        }

        var body = new Dictionary<string, object>
        {
            ["Data"] = new Dictionary<string, string> { ["item"] = item },
            ["Metadata"] = metadata,
        };
        return JsonSerializer.Serialize(body);
    }

    private static Dictionary<string, object> Overwritten(string message)
    {
        try
        {
            using var document = JsonDocument.Parse(message);
            return document.RootElement.ValueKind != JsonValueKind.Object
                ? []
                : document
                    .RootElement.EnumerateObject()
                    .Where(property => property.Value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Null))
                    .ToDictionary(
                        property => property.Name,
                        property =>
                            property.Value.ValueKind == JsonValueKind.Object
                                ? property.Value.Clone()
                                : (object)JsonSerializer.Serialize(property.Value.ToString())
                    );
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>Bytes of a body, as they go over the wire.</summary>
    public static byte[] Bytes(string body) => Encoding.UTF8.GetBytes(body);
}
