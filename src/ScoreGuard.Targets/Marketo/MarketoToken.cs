using System.Net;
using System.Text.Json;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Marketo;

/// <summary>The access token of a custom service, asked for again shortly before it ends.</summary>
/// <remarks>Asking for it counts against no limit of Marketo's, so it passes no meter.</remarks>
internal sealed class MarketoToken(HttpClient http, MarketoCredentials credentials, TimeProvider time)
{
    /// <summary>How long before its end a token is no longer used.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private string _token = "";
    private DateTimeOffset _until = DateTimeOffset.MinValue;

    /// <exception cref="TargetFault">There is none to be had.</exception>
    public async Task<string> GetAsync(bool renewed, CancellationToken cancellationToken)
    {
        if (renewed || time.GetUtcNow() >= _until)
        {
            var answer = await TokenAsking.AskAsync(
                TryAskAsync,
                $"Marketo's identity service at {http.BaseAddress?.Authority} gave no token",
                time,
                cancellationToken
            );
            (_token, _until) = Read(answer);
        }

        return _token;
    }

    /// <summary>Null: ask again later.</summary>
    private async Task<JsonElement?> TryAskAsync(CancellationToken cancellationToken)
    {
        var path =
            "identity/oauth/token?grant_type=client_credentials"
            + $"&client_id={Uri.EscapeDataString(credentials.ClientId)}"
            + $"&client_secret={Uri.EscapeDataString(credentials.ClientSecret)}";
        try
        {
            using var response = await http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
            if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized)
            {
                throw new TargetFault(
                    TargetFaultKind.Refused,
                    "Marketo's identity service refused the client's id or its secret."
                );
            }

            if (response.StatusCode != HttpStatusCode.OK)
            {
                return null;
            }

            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            return document.RootElement.Clone();
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private (string Token, DateTimeOffset Until) Read(JsonElement answer)
    {
        if (
            answer.ValueKind == JsonValueKind.Object
            && answer.TryGetProperty("access_token", out var given)
            && given.ValueKind == JsonValueKind.String
            && given.GetString() is { Length: > 0 } token
            && !token.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            && answer.TryGetProperty("expires_in", out var lasts)
            && lasts.TryGetInt32(out var seconds)
        )
        {
            var rest = TimeSpan.FromSeconds(Math.Max(0, seconds));

            // Before its end Marketo hands out the same token again, so a short rest is used up to its half.
            return (token, time.GetUtcNow() + (rest > Margin * 2 ? rest - Margin : rest / 2));
        }

        throw new TargetFault(
            TargetFaultKind.Unintelligible,
            "Marketo's identity service answered without a token or without how long it lasts."
        );
    }
}
