using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ScoreGuard.FakePlatforms.Salesforce;

/// <summary>Who may come in: an app with a secret, or with a key that it signs with.</summary>
public sealed class SalesforceLogin(TimeProvider time)
{
    public const string ClientId = "3MVG9fake";
    public const string ClientSecret = "s3cret";
    public const string UserName = "guard@acme.example";
    public const string UserId = "0055e000001GuArAAK";

    private readonly HashSet<string> _tokens = new(StringComparer.Ordinal);
    private int _given;

    /// <summary>Checks signatures; null: the app has no certificate.</summary>
    public RSA? Certificate { get; set; }

    public string Audience { get; set; } = "https://login.salesforce.com";

    /// <summary>Tokens that were handed out.</summary>
    public int Given => _given;

    public void ExpireTokens()
    {
        lock (_tokens)
        {
            _tokens.Clear();
        }
    }

    internal bool Knows(string authorization)
    {
        lock (_tokens)
        {
            return authorization.StartsWith("Bearer ", StringComparison.Ordinal)
                && _tokens.Contains(authorization[7..]);
        }
    }

    internal async Task AnswerAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var error = form["grant_type"].ToString() switch
        {
            "client_credentials" => form["client_id"] != ClientId ? "invalid_client_id"
            : form["client_secret"] != ClientSecret ? "invalid_client"
            : null,
            "urn:ietf:params:oauth:grant-type:jwt-bearer" => IsSigned(form["assertion"].ToString())
                ? null
                : "invalid_grant",
            _ => "unsupported_grant_type",
        };
        if (error is not null)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsJsonAsync(new { error, error_description = $"no: {form["client_secret"]}" });
            return;
        }

        var token = $"00D5e000000fake!{Interlocked.Increment(ref _given)}";
        lock (_tokens)
        {
            _tokens.Add(token);
        }

        await context.Response.WriteAsJsonAsync(
            new
            {
                access_token = token,
                // A client that believed this would leave the fake.
                instance_url = "https://elsewhere.invalid",
                id = $"https://login.salesforce.com/id/00D5e000000fakeEAA/{UserId}",
                token_type = "Bearer",
                issued_at = "1795327200000",
                signature = "x",
            }
        );
    }

    private bool IsSigned(string assertion)
    {
        if (Certificate is null || assertion.Split('.') is not [var header, var claims, var signature])
        {
            return false;
        }

        using var head = JsonDocument.Parse(Base64Url.DecodeFromChars(header));
        using var body = JsonDocument.Parse(Base64Url.DecodeFromChars(claims));
        var rest =
            DateTimeOffset.FromUnixTimeSeconds(body.RootElement.GetProperty("exp").GetInt64()) - time.GetUtcNow();
        return head.RootElement.GetProperty("alg").GetString() == "RS256"
            && Certificate.VerifyData(
                Encoding.ASCII.GetBytes($"{header}.{claims}"),
                Base64Url.DecodeFromChars(signature),
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1
            )
            && body.RootElement.GetProperty("iss").GetString() == ClientId
            && body.RootElement.GetProperty("sub").GetString() == UserName
            && body.RootElement.GetProperty("aud").GetString() == Audience
            && rest > TimeSpan.Zero
            && rest <= TimeSpan.FromMinutes(5);
    }
}
