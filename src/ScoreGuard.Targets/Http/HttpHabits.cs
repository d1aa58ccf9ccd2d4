using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Http;

/// <summary>A header with a secret; refusals of a request's content are for whoever asked.</summary>
internal sealed class HttpHabits(string header, string? secret) : PlatformHabits
{
    public override string Platform => "The scoring service";

    public override Task AuthorizeAsync(HttpRequestMessage request, bool renewed, CancellationToken cancellationToken)
    {
        if (secret is not null)
        {
            request.Headers.TryAddWithoutValidation(header, secret);
        }

        return Task.CompletedTask;
    }

    public override AnswerMeaning Judge(PlatformAnswer answer) =>
        (int)answer.Status switch
        {
            400 or 413 or 422 => AnswerMeaning.Done,
            // There is no newer secret to be had.
            401 => AnswerMeaning.Refused,
            _ => base.Judge(answer),
        };

    /// <summary>Its own words could hold data of leads.</summary>
    public override string Explain(PlatformAnswer answer) =>
        (int)answer.Status is >= 300 and < 400 ? "it redirects, and redirects are not followed"
        : answer.Find(CircuitBreaker.Reason) is { } reason ? $"it is left alone for a while after {reason}"
        : "";
}
