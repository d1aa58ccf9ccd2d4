using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Mautic;

/// <summary>Mautic's API, with credentials.</summary>
internal sealed class MauticApi(PlatformHttp http, PlatformHabits habits)
{
    /// <summary>Entries of a page of any list.</summary>
    public const int Page = 200;

    private const int MostPages = 10_000;

    /// <summary>An answer, be it a refusal with the words of <see cref="Refusal"/>.</summary>
    /// <exception cref="TargetFault">There is none to be had.</exception>
    public Task<PlatformAnswer> AskAsync(PlatformCall call, CancellationToken cancellationToken) =>
        http.SendAsync(call, cancellationToken);

    /// <summary>An answer that did what was asked, as JSON.</summary>
    /// <exception cref="TargetFault">It was refused, or is no JSON.</exception>
    public async Task<JsonElement> GetAsync(PlatformCall call, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(call, cancellationToken);
        if (!answer.IsSuccess)
        {
            throw new TargetFault(TargetFaultKind.Setup, $"Mautic refused to {call.What}: {Refusal(answer)}.");
        }

        return answer.IsJson && answer.Json.ValueKind == JsonValueKind.Object
            ? answer.Json
            : throw new TargetFault(
                TargetFaultKind.Unintelligible,
                $"Mautic's answer to {call.What} is no JSON object; check the address, and that the API is enabled."
            );
    }

    /// <summary>All entries of a list, page by page, until a page is not full: the total is cached there and may be old.</summary>
    /// <param name="path">Without paging; a query may be in it.</param>
    /// <param name="name">Under which the answer has them.</param>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(
        string path,
        string name,
        string what,
        CancellationToken cancellationToken
    )
    {
        var all = new List<JsonElement>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var page = 0; page < MostPages; page++)
        {
            var join = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var json = await GetAsync(
                new(HttpMethod.Get, what, $"{path}{join}start={page * Page}&limit={Page}&orderBy=id&orderByDir=asc"),
                cancellationToken
            );
            if (json.Find(name) is not { ValueKind: JsonValueKind.Array or JsonValueKind.Object } list)
            {
                throw new TargetFault(TargetFaultKind.Unintelligible, $"Mautic's answer to {what} has no list {name}.");
            }

            var entries = list.Items().Select(item => item.Item).ToList();
            all.AddRange(entries.Where(entry => entry.Find("id").AsText() is not { } id || seen.Add(id)));
            if (entries.Count < Page)
            {
                return all;
            }
        }

        throw new TargetFault(TargetFaultKind.Unintelligible, $"Mautic's answer to {what} has no end.");
    }

    /// <summary>Why an answer is a refusal.</summary>
    public string Refusal(PlatformAnswer answer) =>
        habits.Explain(answer) is { Length: > 0 } words ? words.TrimEnd('.') : $"HTTP {(int)answer.Status}";

    public static Func<HttpContent> Json(JsonNode body)
    {
        var text = body.ToJsonString();
        return () => new StringContent(text, Encoding.UTF8, "application/json");
    }
}
