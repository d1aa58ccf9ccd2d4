using System.Text.Json;
using System.Text.RegularExpressions;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Salesforce;

/// <summary>The access token; Salesforce does not say how long it lasts, so it is used until it is refused.</summary>
/// <remarks>Always from the org's own domain, where the connection says; <c>instance_url</c> of the answer is not followed.</remarks>
internal sealed partial class SalesforceToken(HttpClient http, SalesforceCredentials credentials, TimeProvider time)
{
    private const string ByAssertion = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private static readonly Uri Path = new("services/oauth2/token", UriKind.Relative);

    private string? _token;

    /// <summary>Whom the token acts for; null: not told yet.</summary>
    public string? User { get; private set; }

    /// <exception cref="TargetFault">There is none to be had.</exception>
    public async Task<string> GetAsync(bool renewed, CancellationToken cancellationToken)
    {
        if (_token is null || renewed)
        {
            Read(
                await TokenAsking.AskAsync(
                    TryAskAsync,
                    $"Salesforce at {http.BaseAddress?.Authority} gave no access token",
                    time,
                    cancellationToken
                )
            );
        }

        return _token!;
    }

    /// <summary>Null: ask again later.</summary>
    private async Task<JsonElement?> TryAskAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var form = new FormUrlEncodedContent(Form());
            using var response = await http.PostAsync(Path, form, cancellationToken);
            var status = (int)response.StatusCode;
            if (status is >= 500 or 429 or 408)
            {
                return null;
            }

            var answer = JsonBody.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            return status == 200
                ? answer
                : throw new TargetFault(
                    TargetFaultKind.Refused,
                    $"Salesforce refused the app's credentials: {Why(answer) ?? $"HTTP {status}"}."
                );
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private Dictionary<string, string> Form() =>
        credentials switch
        {
            SalesforceCredentials.BySecret app => new(StringComparer.Ordinal)
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = app.ClientId,
                ["client_secret"] = app.Secret,
            },
            SalesforceCredentials.ByKey app => new(StringComparer.Ordinal)
            {
                ["grant_type"] = ByAssertion,
                ["assertion"] = SalesforceAssertion.Sign(app, time.GetUtcNow()),
            },
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private void Read(JsonElement answer)
    {
        if (
            SalesforceJson.Text(answer, "access_token") is not { Length: > 0 } token
            || token.Any(letter => letter is <= ' ' or > '~')
        )
        {
            throw new TargetFault(TargetFaultKind.Unintelligible, "Salesforce answered without an access token.");
        }

        // https://login.salesforce.com/id/00D…/005…: read, never asked.
        var user = SalesforceJson.Text(answer, "id")?.Split('/')[^1];
        (_token, User) = (token, user is not null && SalesforceIds.IsId(user, "005") ? user : null);
    }

    /// <summary>The code only: the description may repeat what was sent.</summary>
    private static string? Why(JsonElement answer) =>
        SalesforceJson.Text(answer, "error") is { } code && Code().IsMatch(code) ? code : null;

    [GeneratedRegex(@"^[a-z_]{1,60}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Code();
}
