using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>Reads <c>{"odata.error":{"code":"…","message":{"value":"…"}}}</c>.</summary>
internal sealed class TableErrorParser : RequestFailedDetailsParser
{
    public static TableErrorParser Instance { get; } = new();

    public override bool TryParse(
        Response response,
        [NotNullWhen(true)] out ResponseError? error,
        [NotNullWhen(true)] out IDictionary<string, string>? data
    )
    {
        data = new Dictionary<string, string>(StringComparer.Ordinal);
        error = response.ContentStream is MemoryStream or null ? Read(response) : null;
        return error is not null;
    }

    public static ResponseError? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var error = document.RootElement.GetProperty("odata.error");
            return new(
                error.GetProperty("code").GetString(),
                error.GetProperty("message").GetProperty("value").GetString()
            );
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ResponseError? Read(Response response)
    {
        var error = response.ContentStream is null ? null : Read(response.Content.ToMemory());
        return error is null && response.Headers.TryGetValue("x-ms-error-code", out var code)
            ? new ResponseError(code, response.ReasonPhrase)
            : error;
    }
}
