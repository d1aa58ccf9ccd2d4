using ScoreGuard.Functions.Http;

namespace ScoreGuard.Functions.Access;

/// <summary>Puts the gate before an endpoint.</summary>
internal static class Guarding
{
    private static readonly object CallerKey = new();

    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder endpoint, Level level) =>
        endpoint.AddEndpointFilter(
            async (invocation, next) =>
            {
                var http = invocation.HttpContext;
                var caller = http.RequestServices.GetRequiredService<Gate>().CallerOf(http.Request);
                if (caller.Level < level)
                {
                    return caller.Level == Level.None ? Problems.NotSignedIn() : Problems.NotAllowed();
                }

                http.Items[CallerKey] = caller;
                return await next(invocation);
            }
        );

    /// <summary>Who the gate let in.</summary>
    public static Caller Caller(this HttpContext context) => (Caller)context.Items[CallerKey]!;
}
