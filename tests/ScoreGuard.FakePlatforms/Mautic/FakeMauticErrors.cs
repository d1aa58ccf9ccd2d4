using Microsoft.AspNetCore.Http;

namespace ScoreGuard.FakePlatforms.Mautic;

/// <summary>Mautic's bodies of refusal.</summary>
public static class FakeMauticErrors
{
    public static IResult Of(int code, string message, string? type = null, int? retryAfter = null) =>
        new Refusal(code, message, type, retryAfter);

    /// <summary>An answer that ends in the middle: the connection is gone.</summary>
    public static IResult Reset() => new ResetResult();

    private sealed record Refusal(int Code, string Message, string? Type, int? RetryAfter) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (RetryAfter is { } seconds)
            {
                httpContext.Response.Headers.RetryAfter = $"{seconds}";
            }

            return Results
                .Json(
                    new
                    {
                        errors = new[]
                        {
                            new
                            {
                                code = Code,
                                message = Message,
                                details = Array.Empty<string>(),
                                type = Type,
                            },
                        },
                    },
                    statusCode: Code
                )
                .ExecuteAsync(httpContext);
        }
    }

    private sealed class ResetResult : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Abort();
            return Task.CompletedTask;
        }
    }
}
