using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ScoreGuard.Targets.Platforms;

/// <summary>What a platform answered.</summary>
/// <param name="Json">Undefined where the body is no JSON.</param>
public sealed record PlatformAnswer(HttpStatusCode Status, HttpResponseHeaders Headers, JsonElement Json)
{
    /// <summary>As it came.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    public bool IsJson => Json.ValueKind != JsonValueKind.Undefined;

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>A header's first value.</summary>
    public string? Find(string header) => Headers.TryGetValues(header, out var values) ? values.FirstOrDefault() : null;
}
