using ScoreGuard.Functions.Http;
using ScoreGuard.Functions.Pages;

namespace ScoreGuard.Functions.Access;

/// <summary>Puts the gate before endpoints: whoever may not call one learns nothing else about it.</summary>
internal static class Guarding
{
    private static readonly object CallerKey = new();

    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Level level)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint
            .WithMetadata(new NeededLevel(level))
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);

    /// <summary>After routing, before anything of a request is read.</summary>
    public static async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<NeededLevel>() is { } needed)
        {
            var caller = context.RequestServices.GetRequiredService<Gate>().CallerOf(context.Request);
            if (caller.Level < needed.Level)
            {
                var answer =
                    PageAnswers.AreFor(context) ? PageAnswers.Refused(context, caller)
                    : caller.Level == Level.None ? Problems.NotSignedIn()
                    : Problems.NotAllowed();
                await answer.ExecuteAsync(context);
                return;
            }

            context.Items[CallerKey] = caller;
        }

        await next(context);
    }

    /// <summary>Who the gate let in.</summary>
    public static Caller Caller(this HttpContext context) => context.FindCaller()!;

    /// <summary>Null where the gate was not asked.</summary>
    public static Caller? FindCaller(this HttpContext context) => context.Items[CallerKey] as Caller;
}
