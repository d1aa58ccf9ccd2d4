using System.Collections.Immutable;

namespace ScoreGuard.Targets.Salesforce;

/// <summary>Whether a lead reached people: an owner, a task, a mail, an opportunity.</summary>
internal sealed class SalesforceBreaches(SalesforceApi api, SalesforceOptions options, SalesforceToken token)
{
    private const string Email = "EmailMessageRelation";

    public async Task<ImmutableArray<string>> FindAsync(string record, CancellationToken cancellationToken)
    {
        var id = SalesforceIds.Lead(record);
        var found = await api.QueryAsync(
            "check suppression",
            $"SELECT Id,OwnerId,IsConverted FROM Lead WHERE Id = '{id}'",
            null,
            cancellationToken
        );
        if (found.Count == 0)
        {
            return ["it is gone: somebody or something deleted it, or merged it into another lead"];
        }

        var breaches = ImmutableArray.CreateBuilder<string>();
        var owner = SalesforceJson.Value(found[0], "OwnerId");
        if (
            !options.TestsRouting
            && !SalesforceIds.IsSame(owner, token.User)
            && !SalesforceIds.IsSame(owner, options.Owner)
        )
        {
            breaches.Add(
                $"it was given the owner {(owner is not null && SalesforceIds.IsId(owner, "") ? owner : "?")}"
            );
        }

        if (SalesforceJson.Value(found[0], "IsConverted") == "true")
        {
            breaches.Add("it was converted");
        }

        var tasks = await api.QueryAsync(
            "check suppression",
            $"SELECT Id,{options.TaskKey} FROM Task WHERE WhoId = '{id}'",
            null,
            cancellationToken
        );
        if (tasks.Exists(task => !SalesforceTasks.IsOurs(SalesforceJson.Value(task, options.TaskKey))))
        {
            breaches.Add("a task was made about it");
        }

        var mails = await api.QueryAsync(
            "check suppression",
            $"SELECT Id FROM {Email} WHERE RelationId = '{id}'",
            Email,
            cancellationToken
        );
        if (mails.Count > 0)
        {
            breaches.Add("a mail was sent to it");
        }

        return breaches.DrainToImmutable();
    }
}
