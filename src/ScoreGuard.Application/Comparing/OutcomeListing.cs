using System.Collections.Immutable;
using System.Text.Json;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Drift.Traits;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Application.Comparing;

/// <summary>Lists outcomes beside their leads, for people who have to say whether they are right.</summary>
internal sealed class OutcomeListing(WorkspaceContext context)
{
    /// <param name="leads">Null: they are gone, and nothing is listed.</param>
    /// <returns>How much was written; null: nothing that may be shown.</returns>
    public async Task<ListedOutcomes?> WriteAsync(
        LeadSet? leads,
        ImmutableArray<Shard> outcomes,
        Func<ImmutableArray<string>, IOutcomeSink> open,
        CancellationToken cancellationToken
    )
    {
        if (leads is null)
        {
            return null;
        }

        var attributes = context
            .Workspace.Target.Leads.Fields.Select(field => field.Ours)
            .Distinct(StringComparer.Ordinal)
            .ToImmutableArray();
        var sink = open(attributes);
        var rows = 0;
        try
        {
            await foreach (
                var (lead, outcome) in new LeadOutcomes(context.Stores).ReadAsync(leads, outcomes, cancellationToken)
            )
            {
                sink.Write(Row(lead, outcome, attributes));
                if (++rows == ListedOutcomes.Most)
                {
                    break;
                }
            }
        }
        catch (StoreDamage)
        {
            // The run stands without the list; half of one would pass for the whole.
            return null;
        }

        return rows == 0 ? null : new(rows, outcomes.Sum(shard => (long)shard.Leads));
    }

    private static OutcomeRow Row(JsonElement lead, Outcome outcome, ImmutableArray<string> attributes)
    {
        var hasAttributes = lead.TryGetProperty("attributes", out var values);
        return new(
            Text(lead, "persona"),
            [.. attributes.Select(name => hasAttributes ? Text(values, name) : null)],
            outcome
        );
    }

    private static string? Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) ? LeadTraits.Text(value) : null;
}
