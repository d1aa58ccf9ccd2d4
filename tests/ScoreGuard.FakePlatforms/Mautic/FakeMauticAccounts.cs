using System.Text;
using Microsoft.AspNetCore.Http;

namespace ScoreGuard.FakePlatforms.Mautic;

/// <summary>Users, clients and tokens of the fake.</summary>
public sealed class FakeMauticAccounts(TimeProvider time)
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(1);

    private readonly Dictionary<string, DateTimeOffset> _tokens = new(StringComparer.Ordinal);

    public const string User = "robot";
    public const string Password = "secret:with colon";
    public const string ClientId = "1_client";
    public const string ClientSecret = "client secret";

    public bool IsApiEnabled { get; set; } = true;

    /// <summary>Off in Mautic unless switched on.</summary>
    public bool IsBasicEnabled { get; set; } = true;

    public int TokensGiven { get; private set; }

    public void ExpireTokens() => _tokens.Clear();

    /// <summary>Null: the request may pass.</summary>
    public IResult? Refuse(HttpRequest request)
    {
        if (!IsApiEnabled)
        {
            return FakeMauticErrors.Of(403, "API is disabled. Enable it in the configuration.", "api_disabled");
        }

        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith("Basic ", StringComparison.Ordinal))
        {
            return !IsBasicEnabled ? FakeMauticErrors.Of(403, "Basic authentication is disabled.", "access_denied")
                : IsUser(header["Basic ".Length..]) ? null
                : FakeMauticErrors.Of(401, "The credentials are not valid.", "access_denied");
        }

        return
            header.StartsWith("Bearer ", StringComparison.Ordinal)
            && _tokens.TryGetValue(header["Bearer ".Length..], out var until)
            && until > time.GetUtcNow()
            ? null
            : FakeMauticErrors.Of(401, "The access token is not valid or has expired.", "invalid_grant");
    }

    public async Task<IResult> GiveTokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["grant_type"] != "client_credentials")
        {
            return Results.Json(new { error = "unsupported_grant_type" }, statusCode: 400);
        }

        if (form["client_id"] != ClientId || form["client_secret"] != ClientSecret)
        {
            return Results.Json(
                new { error = "invalid_client", error_description = "The client credentials are invalid" },
                statusCode: 400
            );
        }

        var token = $"token-{++TokensGiven}";
        _tokens[token] = time.GetUtcNow() + TokenLife;
        return Results.Json(
            new
            {
                access_token = token,
                expires_in = 3600,
                token_type = "bearer",
                scope = (string?)null,
            }
        );
    }

    private static bool IsUser(string encoded) =>
        encoded == Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));
}
