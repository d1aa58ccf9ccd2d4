using System.Net.Http.Headers;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.HubSpot;

/// <summary>A private app's token, and what HubSpot's answers mean.</summary>
internal sealed class HubSpotHabits(string token) : PlatformHabits
{
    /// <summary>The account is being moved to another region; HubSpot says how long to wait.</summary>
    private const int Moving = 477;

    /// <summary>The record is locked by another change.</summary>
    private const int Locked = 423;

    public override string Platform => "HubSpot";

    public override Task AuthorizeAsync(HttpRequestMessage request, bool renewed, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.Add(new("application/json"));
        return Task.CompletedTask;
    }

    /// <summary>A private app's token is not renewed, so a refusal stays one; what is wrong with a request or with one of its inputs is the caller's to read.</summary>
    public override AnswerMeaning Judge(PlatformAnswer answer) =>
        (int)answer.Status switch
        {
            400 or 404 or 409 when answer.IsJson => AnswerMeaning.Done,
            401 => AnswerMeaning.Refused,
            429 when HubSpotError.IsOfTheDay(answer.Json) => AnswerMeaning.BudgetSpent,
            Moving or Locked => AnswerMeaning.AgainSurelyNotDone,
            _ => base.Judge(answer),
        };

    public override string Explain(PlatformAnswer answer) =>
        answer.IsJson ? $"HTTP {(int)answer.Status} {HubSpotError.Explain(answer.Json)}".TrimEnd() : "";
}
