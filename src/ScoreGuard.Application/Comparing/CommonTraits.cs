using System.Collections.Immutable;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Drift.Traits;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Leads;

namespace ScoreGuard.Application.Comparing;

/// <summary>Where no model says which rule moved a score: looks for what the changed leads have in common that the others have not.</summary>
internal sealed class CommonTraits(WorkspaceContext context)
{
    /// <summary>Causes that are looked at one by one; more of them nobody reads.</summary>
    private const int MostCauses = 20;

    /// <param name="changed">Every changed lead of the comparison that gave <paramref name="summary"/>.</param>
    /// <param name="leads">Null: they are gone, and so is what could be said about them.</param>
    /// <param name="outcomes">Of the leads, as they are now.</param>
    public async Task<DriftSummary> ExplainAsync(
        DriftSummary summary,
        ChangedLeads changed,
        LeadSet? leads,
        ImmutableArray<Shard> outcomes,
        CancellationToken cancellationToken
    )
    {
        if (changed.IsEmpty)
        {
            return summary;
        }

        summary = summary with
        {
            Causes = [.. summary.Causes.Select(cause => cause with { Moves = changed.MovesOf(cause.Id) })],
        };
        try
        {
            return leads is null ? summary : await CompareAsync(summary, changed, leads, outcomes, cancellationToken);
        }
        catch (StoreDamage)
        {
            // What was compared stands without it.
            return summary;
        }
    }

    private async Task<DriftSummary> CompareAsync(
        DriftSummary summary,
        ChangedLeads changed,
        LeadSet leads,
        ImmutableArray<Shard> outcomes,
        CancellationToken cancellationToken
    )
    {
        var groups = Math.Min(summary.Causes.Length, MostCauses);
        var places = summary
            .Causes.Take(groups)
            .Select((cause, place) => (cause.Id, place))
            .ToDictionary(cause => cause.Id, cause => cause.place, StringComparer.Ordinal);
        var tally = new TraitTally(TraitScope.Of(context.Workspace.Target), groups);
        var read = 0L;
        await foreach (
            var (lead, outcome) in new LeadOutcomes(context.Stores).ReadAsync(leads, outcomes, cancellationToken)
        )
        {
            var cause = changed.FindCause(outcome.Lead);
            tally.Add(lead, cause is null ? null : places.GetValueOrDefault(cause, groups));
            read++;
        }

        return read < outcomes.Sum(shard => (long)shard.Leads)
            ? summary
            : summary with
            {
                Common = tally.OfAllChanged(),
                Causes =
                [
                    .. summary.Causes.Select(
                        (cause, place) => place < groups ? cause with { Common = tally.Of(place) } : cause
                    ),
                ],
            };
    }
}
