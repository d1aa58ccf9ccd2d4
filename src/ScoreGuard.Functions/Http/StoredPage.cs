using System.Text;
using System.Text.RegularExpressions;

namespace ScoreGuard.Functions.Http;

/// <summary>
/// A report that was kept. Its own first lines name its one style by hash; the answer's policy names the same, so that a
/// report still looks like itself after the style of newer ones has changed, and nothing else gets in.
/// </summary>
internal sealed partial class StoredPage(Stream content) : IResult
{
    /// <summary>The report says it before its title.</summary>
    private const int Opening = 1_024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var page = content;
        var stop = httpContext.RequestAborted;
        var opening = new byte[Opening];
        var length = await page.ReadAtLeastAsync(opening, Opening, throwOnEndOfStream: false, stop);
        var hash = StyleHash().Match(Encoding.UTF8.GetString(opening, 0, length));
        var response = httpContext.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src {(hash.Success ? hash.Value : "'none'")}; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
        await response.Body.WriteAsync(opening.AsMemory(0, length), stop);
        await page.CopyToAsync(response.Body, stop);
    }

    [GeneratedRegex("'sha256-[A-Za-z0-9+/]{43}='", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex StyleHash();
}
