using System.Net.Http.Headers;
using System.Text.Json;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Marketo;

/// <summary>Marketo answers 200 to nearly everything; what it means stands in the body.</summary>
internal sealed class MarketoHabits(MarketoToken token) : PlatformHabits
{
    public override string Platform => "Marketo";

    public override async Task AuthorizeAsync(
        HttpRequestMessage request,
        bool renewed,
        CancellationToken cancellationToken
    ) =>
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            await token.GetAsync(renewed, cancellationToken)
        );

    public override AnswerMeaning Judge(PlatformAnswer answer) =>
        !answer.IsSuccess ? base.Judge(answer)
        : IsSuccess(answer.Json) ? AnswerMeaning.Done
        : MarketoError.Find(answer.Json, "errors") is { } error ? error.Meaning
        : AnswerMeaning.Again;

    public override string Explain(PlatformAnswer answer) =>
        MarketoError.Find(answer.Json, "errors")?.Words ?? (answer.IsJson ? "" : "an answer that is no JSON");

    private static bool IsSuccess(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object
        && answer.TryGetProperty("success", out var success)
        && success.ValueKind == JsonValueKind.True;
}
