using System.Security.Cryptography;
using System.Text;

namespace ScoreGuard.Functions.Access;

/// <summary>
/// Proves that a form was made by this app for this browser and session: a random secret in a cookie of its own, and in the
/// form a signature by it over who is signed in. Another site can read neither.
/// </summary>
internal static class FormToken
{
    public const string CookieName = "scoreguard-form";

    private const int SecretLength = 32;

    /// <summary>For a form of the page that is about to be sent; gives the browser its secret if it has none.</summary>
    public static string For(HttpContext context)
    {
        if (Secret(context.Request) is not { } secret)
        {
            secret = context.Items[CookieName] as byte[] ?? RandomNumberGenerator.GetBytes(SecretLength);
            if (context.Items.TryAdd(CookieName, secret))
            {
                context.Response.Cookies.Append(
                    CookieName,
                    Convert.ToHexStringLower(secret),
                    SessionCookie.Options(context, null)
                );
            }
        }

        return Sign(secret, context);
    }

    public static bool Holds(HttpContext context, string? token) =>
        token is not null
        && Secret(context.Request) is { } secret
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Sign(secret, context)),
            Encoding.UTF8.GetBytes(token)
        );

    private static byte[]? Secret(HttpRequest request) =>
        request.Cookies[CookieName] is { Length: SecretLength * 2 } text && text.All(char.IsAsciiHexDigitLower)
            ? Convert.FromHexString(text)
            : null;

    private static string Sign(byte[] secret, HttpContext context)
    {
        var session = context.FindCaller()?.Name ?? context.Request.Cookies[SessionCookie.Name] ?? "";
        return Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes("form." + session)));
    }
}
