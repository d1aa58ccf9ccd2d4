using System.Collections.Immutable;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Salesforce;

/// <summary>Finds synthetic leads again and takes them out.</summary>
internal sealed class SalesforceRemoval(
    SalesforceApi api,
    SalesforceRows rows,
    SalesforceOptions options,
    string runField
)
{
    /// <summary>Only leads whose key begins with their mark: a field that was mapped by mistake must not give a real lead away.</summary>
    public async Task<ImmutableArray<LeftRecord>> ListAsync(string? run, CancellationToken cancellationToken)
    {
        if (run is not null && !SalesforceIds.IsRun(run))
        {
            throw new ArgumentException("Not the mark of a run.", nameof(run));
        }

        var found = await api.QueryAsync(
            "list synthetic leads",
            $"SELECT Id,{runField},{options.Key} FROM Lead WHERE {runField} {(run is null ? "!= null" : $"= '{run}'")}",
            null,
            cancellationToken
        );
        return
        [
            .. found
                .Select(lead =>
                    (
                        Id: SalesforceJson.Value(lead, "Id") ?? "",
                        Run: SalesforceJson.Value(lead, runField) ?? "",
                        Key: SalesforceJson.Value(lead, options.Key) ?? ""
                    )
                )
                .Where(lead =>
                    SalesforceIds.IsId(lead.Id, "00Q")
                    && SalesforceIds.IsRun(lead.Run)
                    && (run is null || lead.Run == run)
                    && lead.Key.StartsWith(lead.Run + "-", StringComparison.Ordinal)
                )
                .Select(lead => new LeftRecord(lead.Id, lead.Run)),
        ];
    }

    /// <summary>Single leads that stay are found by <see cref="ListAsync"/>.</summary>
    public async Task DeleteAsync(ImmutableArray<string> records, CancellationToken cancellationToken)
    {
        if (records.IsEmpty)
        {
            return;
        }

        var deleted = await rows.DeleteAsync(records, cancellationToken);
        if (deleted.All(row => row.Error is { IsGone: false }))
        {
            throw new TargetFault(
                TargetFaultKind.Refused,
                $"Salesforce refused to delete leads: {deleted[0].Error!.Words}."
            );
        }
    }
}
