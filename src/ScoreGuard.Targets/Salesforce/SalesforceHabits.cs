using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Salesforce;

/// <summary>A bearer token; errors are a list of codes.</summary>
internal sealed class SalesforceHabits(SalesforceToken token, SalesforceLimit limit) : PlatformHabits
{
    public override string Platform => "Salesforce";

    public override async Task AuthorizeAsync(
        HttpRequestMessage request,
        bool renewed,
        CancellationToken cancellationToken
    ) => request.Headers.Authorization = new("Bearer", await token.GetAsync(renewed, cancellationToken));

    public override AnswerMeaning Judge(PlatformAnswer answer)
    {
        limit.Read(answer.Find(SalesforceLimit.Header));
        var error = answer.IsSuccess ? null : SalesforceError.Find(answer.Json);
        return error?.Code switch
        {
            SalesforceError.Session => AnswerMeaning.Expired,
            SalesforceError.Limit => error.Message.Contains("Concurrent", StringComparison.OrdinalIgnoreCase)
                ? AnswerMeaning.AgainSurelyNotDone
                : AnswerMeaning.BudgetSpent,
            SalesforceError.Locked => AnswerMeaning.AgainSurelyNotDone,
            // Not every org has every kind of record; whoever asked knows whether it matters.
            SalesforceError.NoSuchType => AnswerMeaning.Done,
            _ => base.Judge(answer),
        };
    }

    public override string Explain(PlatformAnswer answer) => SalesforceError.Find(answer.Json)?.Words ?? "";
}
