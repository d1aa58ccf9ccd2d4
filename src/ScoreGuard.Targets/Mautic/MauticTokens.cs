using System.Net;
using System.Text.Json;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Mautic;

/// <summary>Gets tokens for an OAuth2 client, each counted as a call.</summary>
internal sealed class MauticTokens(HttpClient http, CallMeter meter, TimeProvider time)
{
    private const int Attempts = 5;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    /// <exception cref="TargetFault">There is none to be had.</exception>
    public async Task<string> GetAsync(MauticCredentials.Client client, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await meter.PassAsync(cancellationToken);
            var (status, json) = await AskAsync(client, cancellationToken);
            if (json.Find("access_token").AsText() is { Length: > 0 } token && status == HttpStatusCode.OK)
            {
                return token;
            }

            if (status is not null and < HttpStatusCode.InternalServerError and not HttpStatusCode.TooManyRequests)
            {
                var words = json.Find("error").AsText() ?? $"HTTP {(int)status}";
                throw new TargetFault(
                    TargetFaultKind.Refused,
                    $"Mautic gives no token to the OAuth2 client: {MauticHabits.Plain(words)}."
                );
            }

            if (attempt == Attempts)
            {
                throw new TargetFault(TargetFaultKind.Unreachable, "Mautic did not give a token.");
            }

            await Task.Delay(FirstWait * Math.Pow(2, attempt - 1), time, cancellationToken);
        }
    }

    private async Task<(HttpStatusCode? Status, JsonElement Json)> AskAsync(
        MauticCredentials.Client client,
        CancellationToken cancellationToken
    )
    {
        using var body = new FormUrlEncodedContent([
            new("grant_type", "client_credentials"),
            new("client_id", client.Id),
            new("client_secret", client.Secret),
        ]);
        try
        {
            using var answer = await http.PostAsync("oauth/v2/token", body, cancellationToken);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            using var document = JsonDocument.Parse(text.Length == 0 ? "{}" : text);
            return (answer.StatusCode, document.RootElement.Clone());
        }
        catch (JsonException)
        {
            return (HttpStatusCode.BadGateway, default);
        }
        catch (HttpRequestException)
        {
            return (null, default);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, default);
        }
    }
}
