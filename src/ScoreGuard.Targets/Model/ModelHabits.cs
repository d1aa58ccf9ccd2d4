using Azure.Identity;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Model;

/// <summary>A file on a server; redirects and "not modified" are for whoever asked.</summary>
internal sealed class ModelHabits(ModelAccess access) : PlatformHabits
{
    /// <summary>The first that takes tokens of identities, and then some.</summary>
    private const string StorageVersion = "2021-12-02";

    public override string Platform => "The model's server";

    public override async Task AuthorizeAsync(
        HttpRequestMessage request,
        bool renewed,
        CancellationToken cancellationToken
    )
    {
        if (access.Identity is null)
        {
            return;
        }

        try
        {
            request.Headers.Authorization = new("Bearer", await access.FindTokenAsync(cancellationToken));
            request.Headers.TryAddWithoutValidation("x-ms-version", StorageVersion);
        }
        catch (AuthenticationFailedException failure)
        {
            throw new TargetFault(
                TargetFaultKind.Refused,
                "There is no identity whose token could open the model; set a shared access signature.",
                failure
            );
        }
    }

    public override AnswerMeaning Judge(PlatformAnswer answer) =>
        (int)answer.Status switch
        {
            301 or 302 or 303 or 304 or 307 or 308 => AnswerMeaning.Done,
            401 => AnswerMeaning.Refused,
            _ => base.Judge(answer),
        };

    public override string Explain(PlatformAnswer answer) => "";
}
