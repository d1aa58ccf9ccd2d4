using System.Net.Http.Headers;
using System.Text.Json;

namespace ScoreGuard.Functions.Tests.Host;

/// <summary>What the Functions host makes of a handler's answer to a timer or queue call.</summary>
internal enum HostJudgement
{
    /// <summary>The invocation succeeded: a queued message is deleted.</summary>
    Succeeded,

    /// <summary>The invocation failed: a queued message comes again.</summary>
    Failed,

    /// <summary>The invocation never ends; functionTimeout kills the handler with every other call in it.</summary>
    Hangs,
}

internal static class HostJudgements
{
    public static HostJudgement Of(int status, MediaTypeHeaderValue? type, ReadOnlyMemory<byte> body) =>
        status is < 200 or > 299 ? HostJudgement.Failed
        : body.IsEmpty ? HostJudgement.Hangs
        : type?.MediaType == "application/json" && IsObject(body) ? HostJudgement.Succeeded
        : HostJudgement.Failed;

    private static bool IsObject(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
