using ScoreGuard.Functions.Hosting;

namespace ScoreGuard.Functions.Access;

/// <summary>Says who makes a request, and lets nobody do more than they may.</summary>
internal sealed class Gate(HostSettings settings, Keys keys, SessionCookie session)
{
    public const string KeyHeader = "x-functions-key";

    public Caller CallerOf(HttpRequest request)
    {
        if (
            settings.PlatformAuth
            && request.Headers[PlatformPrincipal.Header] is [{ Length: > 0 } principal]
            && PlatformPrincipal.Read(principal) is { Level: not Level.None } signedIn
        )
        {
            return signedIn;
        }

        var level = keys.LevelOf(KeyOf(request));
        return level != Level.None ? new(level, null) : FromBrowser(request);
    }

    /// <summary>A cookie comes along with whatever page makes a browser ask: it changes something only for our own pages.</summary>
    private Caller FromBrowser(HttpRequest request)
    {
        var level = session.LevelOf(request);
        return level != Level.None && (HttpMethods.IsGet(request.Method) || IsOwnPage(request))
            ? new(level, null)
            : Caller.Nobody;
    }

    /// <summary>Keys are taken from headers only: an address is logged, remembered and sent on.</summary>
    private static string? KeyOf(HttpRequest request)
    {
        if (request.Headers[KeyHeader] is [{ Length: > 0 } key])
        {
            return key;
        }

        const string bearer = "Bearer ";
        return
            request.Headers.Authorization is [{ } authorization]
            && authorization.StartsWith(bearer, StringComparison.OrdinalIgnoreCase)
            ? authorization[bearer.Length..]
            : null;
    }

    public static bool IsOwnPage(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is ["same-origin"]
        || (
            request.Headers.Origin is [{ } origin]
            && Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && from.Authority == request.Host.Value
        );
}
