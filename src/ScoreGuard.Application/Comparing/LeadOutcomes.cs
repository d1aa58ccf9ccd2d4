using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Application.Comparing;

/// <summary>Frozen leads beside what became of them, lead by lead, in memory for two shards.</summary>
internal sealed class LeadOutcomes(WorkspaceStores stores)
{
    /// <summary>
    /// Every lead that has an outcome, in order. Leads that were not tested are passed over; where the outcomes stand in another
    /// order than the leads, it ends before the last of them.
    /// </summary>
    public async IAsyncEnumerable<LeadOutcome> ReadAsync(
        LeadSet leads,
        ImmutableArray<Shard> outcomes,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var leadLines = new ShardLines(stores.LeadShards, leads.Shards);
        using var outcomeLines = new ShardLines(stores.OutcomeShards, outcomes);
        var reader = new OutcomeReader();
        while (await outcomeLines.ReadAsync(cancellationToken))
        {
            var outcome = reader.Read(outcomeLines.Current.Span);
            var isFound = false;
            while (!isFound)
            {
                if (!await leadLines.ReadAsync(cancellationToken))
                {
                    yield break;
                }

                using var lead = JsonDocument.Parse(leadLines.Current);
                isFound = lead.RootElement.GetProperty("id").ValueEquals(outcome.Lead);
                if (isFound)
                {
                    yield return new(lead.RootElement, outcome);
                }
            }
        }
    }
}

/// <param name="Lead">Good until the next one is read.</param>
internal readonly record struct LeadOutcome(JsonElement Lead, Outcome Outcome);
