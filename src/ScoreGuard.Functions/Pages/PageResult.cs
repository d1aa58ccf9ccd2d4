using System.Text;
using ScoreGuard.Reporting.Pages;

namespace ScoreGuard.Functions.Pages;

/// <summary>A page: nothing but its own style is let in, and its forms go to this app alone.</summary>
internal sealed class PageResult(int status, string html) : IResult
{
    private static readonly string Policy =
        $"default-src 'none'; style-src {UiPages.StyleSource}; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy;
        // Without a referrer browsers name no origin with a form either, and the gate asks for that.
        response.Headers["Referrer-Policy"] = "same-origin";
        var bytes = Encoding.UTF8.GetBytes(html);
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}
