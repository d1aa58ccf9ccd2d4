using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Marketo;

/// <summary>Marketo's calls in the few forms that they have.</summary>
internal sealed class MarketoApi(PlatformHttp http)
{
    /// <summary>Marketo refuses addresses of more than 8 KB; the rest is for the host's name.</summary>
    private const int LongestPath = 7_500;

    private const int MostPages = 10_000;

    public async Task<JsonElement> GetAsync(string what, string path, CancellationToken cancellationToken) =>
        (await http.SendAsync(Asking(what, path, ""), cancellationToken)).Json;

    /// <summary>Sends rows, and takes one answer a row.</summary>
    /// <param name="rows">How many are sent.</param>
    /// <exception cref="TargetFault">It could not be done, or was answered with another number of rows.</exception>
    public async Task<ImmutableArray<MarketoRow>> PostAsync(
        MarketoPost post,
        int rows,
        CancellationToken cancellationToken
    )
    {
        var answer = await SendAsync(post, cancellationToken);
        var told = MarketoJson.List(answer, "result");
        return told.Length == rows
            ? [.. told.Select(MarketoRow.Of)]
            : throw new TargetFault(
                TargetFaultKind.Unintelligible,
                $"Marketo was asked to {post.What} for {rows} records and answered for {told.Length}."
            )
            {
                InDoubt = !post.MayRepeat,
            };
    }

    public async Task<JsonElement> SendAsync(MarketoPost post, CancellationToken cancellationToken) =>
        (
            await http.SendAsync(
                new PlatformCall(HttpMethod.Post, post.What, post.Path, () => Json(post.Body))
                {
                    MayRepeat = post.MayRepeat,
                },
                cancellationToken
            )
        ).Json;

    /// <summary>All pages of a search.</summary>
    /// <returns>Null: Marketo found too many to list them.</returns>
    public async Task<ImmutableArray<JsonElement>?> FindPagesAsync(
        MarketoSearch search,
        CancellationToken cancellationToken
    )
    {
        var (what, path, query) = search;
        var found = ImmutableArray.CreateBuilder<JsonElement>();
        var next = search.First;
        for (var page = 1; page <= MostPages; page++)
        {
            var paged = next.Length == 0 ? query : $"{query}&nextPageToken={Uri.EscapeDataString(next)}";
            var answer = (await http.SendAsync(Asking(what, path, paged), cancellationToken)).Json;
            if (MarketoError.Find(answer, "errors") is { IsTooMany: true })
            {
                return null;
            }

            var rows = MarketoJson.List(answer, "result");
            found.AddRange(rows);
            next = MarketoJson.FindText(answer, "nextPageToken") ?? "";
            var more = MarketoJson.FindText(answer, "moreResult");

            // A page may be short or empty and not be the last; where nothing is said, a page without rows is.
            if (next.Length == 0 || more == "false" || (more is null && rows.IsEmpty))
            {
                return found.ToImmutable();
            }
        }

        throw new TargetFault(TargetFaultKind.Unintelligible, $"Marketo never came to the last page of {what}.");
    }

    /// <summary>A GET, or, where it is too long for an address, the POST that Marketo takes for it.</summary>
    private static PlatformCall Asking(string what, string path, string query)
    {
        var whole = query.Length == 0 ? path : $"{path}?{query}";
        return whole.Length <= LongestPath
            ? new PlatformCall(HttpMethod.Get, what, whole)
            : new PlatformCall(HttpMethod.Post, what, $"{path}?_method=GET", () => Form(query));
    }

    private static ByteArrayContent Json(byte[] body) =>
        new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private static StringContent Form(string query) =>
        new(query, Encoding.UTF8, new MediaTypeHeaderValue("application/x-www-form-urlencoded"));
}
