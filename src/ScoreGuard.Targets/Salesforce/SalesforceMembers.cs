using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Salesforce;

/// <summary>Makes leads members of campaigns; one that is a member already changes its status there.</summary>
internal sealed class SalesforceMembers(SalesforceRows rows, SalesforceApi api)
{
    private const string Type = "CampaignMember";

    public async Task<ImmutableArray<RecordResult>> AddAsync(
        ImmutableArray<TargetSignal> signals,
        CancellationToken cancellationToken
    )
    {
        var written = await rows.WriteAsync(
            new(HttpMethod.Post, "add campaign members", "composite/sobjects"),
            [.. signals.Select(Member)],
            cancellationToken
        );
        var results = written.Zip(signals, (row, signal) => row.ToResult(signal.Record)).ToArray();
        int[] members =
        [
            .. Enumerable
                .Range(0, signals.Length)
                .Where(place => written[place].Error?.Code == SalesforceError.Duplicate),
        ];
        if (members.Length > 0)
        {
            var changed = await ChangeAsync([.. members.Select(place => signals[place])], cancellationToken);
            for (var place = 0; place < members.Length; place++)
            {
                results[members[place]] = changed[place];
            }
        }

        return [.. results];
    }

    private async Task<RecordResult[]> ChangeAsync(
        ImmutableArray<TargetSignal> signals,
        CancellationToken cancellationToken
    )
    {
        var leads = string.Join(',', signals.Select(signal => $"'{SalesforceIds.Lead(signal.Record)}'"));
        var campaigns = string.Join(
            ',',
            signals.Select(signal => signal.Name).Distinct(StringComparer.Ordinal).Select(name => $"'{name}'")
        );
        var found = await api.QueryAsync(
            "find campaign members",
            $"SELECT Id,LeadId,CampaignId FROM {Type} WHERE LeadId IN ({leads}) AND CampaignId IN ({campaigns})",
            null,
            cancellationToken
        );
        var ids = signals
            .Select(signal =>
                found
                    .Where(member =>
                        SalesforceIds.IsSame(SalesforceJson.Text(member, "LeadId"), signal.Record)
                        && SalesforceIds.IsSame(SalesforceJson.Text(member, "CampaignId"), signal.Name)
                    )
                    .Select(member => SalesforceJson.Text(member, "Id"))
                    .FirstOrDefault()
            )
            .ToArray();
        int[] changing =
        [
            .. Enumerable
                .Range(0, signals.Length)
                .Where(place => ids[place] is not null && !signals[place].Properties.IsEmpty),
        ];
        var results = signals
            .Select(
                (signal, place) =>
                    ids[place] is null
                        ? RecordResult.Refused($"{SalesforceError.Duplicate}, and no member can be seen")
                        : RecordResult.Of(signal.Record)
            )
            .ToArray();
        if (changing.Length > 0)
        {
            var written = await rows.WriteAsync(
                new(HttpMethod.Patch, "change campaign members", "composite/sobjects"),
                [.. changing.Select(place => Change(ids[place]!, signals[place]))],
                cancellationToken
            );
            for (var place = 0; place < changing.Length; place++)
            {
                results[changing[place]] = written[place].ToResult(signals[changing[place]].Record);
            }
        }

        return results;
    }

    private static JsonObject Member(TargetSignal signal)
    {
        var member = SalesforceJson.Record(Type, signal.Properties);
        member["LeadId"] = SalesforceIds.Lead(signal.Record);
        member["CampaignId"] = SalesforceIds.IsId(signal.Name, "701")
            ? signal.Name
            : throw new ArgumentException("Not the id of a campaign.", nameof(signal));
        return member;
    }

    private static JsonObject Change(string id, TargetSignal signal)
    {
        var member = SalesforceJson.Record(Type, signal.Properties);
        member["id"] = id;
        return member;
    }
}
