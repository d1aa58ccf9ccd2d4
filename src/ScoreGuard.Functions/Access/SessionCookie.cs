using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ScoreGuard.Functions.Access;

/// <summary>Remembers in a browser that a key was given, without the key: level, end and a signature.</summary>
internal sealed class SessionCookie(Keys keys, TimeProvider time)
{
    public const string Name = "scoreguard";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public void Give(HttpContext context, Level level)
    {
        var end = time.GetUtcNow() + Lifetime;
        var content = $"{level}.{end.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}";
        context.Response.Cookies.Append(
            Name,
            $"{content}.{Sign(content, keys.SigningKey(level)!)}",
            Options(context, end)
        );
    }

    public static void Take(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context, null));

    public Level LevelOf(HttpRequest request)
    {
        if (
            request.Cookies[Name]?.Split('.') is not [var word, var until, var signature]
            || !Enum.TryParse<Level>(word, out var level)
            || keys.SigningKey(level) is not { } key
            || !long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
        )
        {
            return Level.None;
        }

        var expected = Encoding.ASCII.GetBytes(Sign($"{word}.{until}", key));
        return
            CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature))
            && end > time.GetUtcNow().ToUnixTimeSeconds()
            ? level
            : Level.None;
    }

    private static string Sign(string content, byte[] key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("session." + content)));

    /// <remarks>
    /// Lax: whoever follows a link from a mail is still signed in. That sends it along with foreign links, which only read;
    /// what changes something is asked for by <see cref="Gate.IsOwnPage"/> and <see cref="FormToken"/> as well.
    /// </remarks>
    public static CookieOptions Options(HttpContext context, DateTimeOffset? end) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Path = "/api",
            Expires = end,
        };
}
