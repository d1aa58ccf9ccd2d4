using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Mautic;

/// <summary>How Mautic authorises and refuses. Only what goes to its API carries credentials: a visitor has none.</summary>
internal sealed class MauticHabits(Uri url, MauticCredentials credentials, MauticTokens tokens) : PlatformHabits
{
    private const int LongestWords = 300;

    private string? _token;

    public override string Platform => "Mautic";

    public override async Task AuthorizeAsync(
        HttpRequestMessage request,
        bool renewed,
        CancellationToken cancellationToken
    )
    {
        // A request with credentials is a user's: no point action would fire on it. One with a device is a visitor's,
        // whatever page the workspace names.
        if (!IsApi(request.RequestUri!) || request.Headers.Contains("Cookie"))
        {
            return;
        }

        request.Headers.Accept.Add(new("application/json"));
        if (credentials is MauticCredentials.Basic basic)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", basic.Header);
        }
        else if (credentials is MauticCredentials.Client client)
        {
            if (renewed || _token is null)
            {
                _token = await tokens.GetAsync(client, cancellationToken);
            }

            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        }
    }

    /// <remarks>What Mautic refuses of a single record is for the caller to read; so is where it points on.</remarks>
    public override AnswerMeaning Judge(PlatformAnswer answer) =>
        answer.Status switch
        {
            HttpStatusCode.Unauthorized when credentials is MauticCredentials.Basic => AnswerMeaning.Refused,
            HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity =>
                AnswerMeaning.Done,
            >= HttpStatusCode.Moved and < HttpStatusCode.BadRequest => AnswerMeaning.Done,
            _ => base.Judge(answer),
        };

    public override string Explain(PlatformAnswer answer)
    {
        if (!answer.IsJson || answer.Json.ValueKind != JsonValueKind.Object)
        {
            return "";
        }

        if (answer.Json.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array)
        {
            return string.Join("; ", errors.EnumerateArray().Select(Words));
        }

        return answer.Json.Find("error_description").AsText() is { Length: > 0 } described ? Plain(described)
            : answer.Json.Find("error").AsText() is { Length: > 0 } error ? Plain(error)
            : "";
    }

    /// <summary>An error's message, code and type, without what may be a lead's: whatever holds an address is left out.</summary>
    public static string Words(JsonElement error)
    {
        var code = string.Join(
            ' ',
            new[] { error.Find("code").AsText(), error.Find("type").AsText() }.Where(part => part is { Length: > 0 })
        );
        var message = Plain(error.Find("message").AsText() ?? "");
        return message.Length == 0 ? code : $"{message} ({code})";
    }

    public static string Plain(string message) =>
        Quote.Plain(
            string.Join(
                ' ',
                message
                    .Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)
                    .Select(word => word.Contains('@', StringComparison.Ordinal) ? "…" : word)
            ),
            LongestWords
        );

    private bool IsApi(Uri path) =>
        (path.IsAbsoluteUri ? path : new Uri(url, path)) is var full
        && full.AbsolutePath.StartsWith(new Uri(url, "api/").AbsolutePath, StringComparison.Ordinal);
}
