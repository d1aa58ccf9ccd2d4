using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.Salesforce;

/// <summary>Creates leads by their key, so that a second attempt finds the first one's, and changes them.</summary>
internal sealed class SalesforceLeads(SalesforceRows rows, SalesforceOptions options, OutcomeMapping outcome)
{
    public async Task<ImmutableArray<RecordResult>> CreateAsync(
        ImmutableArray<TargetRecord> records,
        CancellationToken cancellationToken
    )
    {
        var written = await rows.WriteAsync(
            new(HttpMethod.Patch, "create leads", $"composite/sobjects/Lead/{options.Key}"),
            [.. records.Select(Lead)],
            cancellationToken
        );
        return [.. written.Select(row => row.ToResult(null))];
    }

    /// <summary>Fields of the lead change; a stage among them is spelled as Salesforce does.</summary>
    public async Task<ImmutableArray<RecordResult>> UpdateAsync(
        ImmutableArray<TargetSignal> signals,
        CancellationToken cancellationToken
    )
    {
        var written = await rows.WriteAsync(
            new(HttpMethod.Patch, "update leads", "composite/sobjects"),
            [.. signals.Select(Change)],
            cancellationToken
        );
        return [.. written.Zip(signals, (row, signal) => row.ToResult(signal.Record))];
    }

    private JsonObject Lead(TargetRecord record)
    {
        var lead = SalesforceJson.Record("Lead", record.Properties);
        if (options.Owner is not null && !lead.ContainsKey("OwnerId"))
        {
            lead["OwnerId"] = options.Owner;
        }

        lead[options.Key] = SalesforceIds.Key(record);
        return lead;
    }

    private JsonObject Change(TargetSignal signal)
    {
        var lead = SalesforceJson.Record("Lead", signal.Properties.Select(ToTheirs));
        lead["id"] = SalesforceIds.Lead(signal.Record);
        return lead;

        TargetProperty ToTheirs(TargetProperty property) =>
            signal.Kind == SignalKind.Stage && outcome.Stage is { } stage && stage.Field == property.Name
                ? property with
                {
                    Value = property.Value is string name ? stage.ToTheirs(name) : property.Value,
                }
                : property;
    }
}
