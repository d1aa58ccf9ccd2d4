using ScoreGuard.Domain.Leads;

namespace ScoreGuard.Synthetic.Freezing;

/// <summary>Makes a plan's leads again and compares them with what was frozen.</summary>
public static class FreshnessCheck
{
    /// <param name="frozenLeads">The frozen lines, read to where they first differ.</param>
    /// <exception cref="IOException">The frozen lines cannot be read.</exception>
    public static async Task<Freshness> CompareAsync(
        LeadSetManifest frozen,
        Stream frozenLeads,
        LeadGenerator generator,
        CancellationToken cancellationToken
    )
    {
        var comparison = new ComparingStream(frozenLeads);
        await using (comparison.ConfigureAwait(false))
        {
            await generator
                .WriteAllAsync(comparison, Environment.ProcessorCount, cancellationToken)
                .ConfigureAwait(false);
            await comparison.FinishAsync(cancellationToken).ConfigureAwait(false);
            if (comparison.FirstDifferentLine is not { } line)
            {
                return new Freshness.Fresh();
            }

            var lead = line <= generator.Plan.Count ? generator.Plan.IdOf((int)line) : null;
            return new Freshness.Stale(line, lead, comparison.Digest, [.. Reasons(frozen, generator)]);
        }
    }

    private static IEnumerable<string> Reasons(LeadSetManifest frozen, LeadGenerator generator)
    {
        if (!string.Equals(frozen.PlanHash, generator.Plan.Hash, StringComparison.Ordinal))
        {
            yield return "The plan was edited.";
        }

        if (!string.Equals(frozen.Generator, LeadGenerator.Identity, StringComparison.Ordinal))
        {
            yield return $"The leads were made by {frozen.Generator}; this is {LeadGenerator.Identity}.";
        }

        if (frozen.Leads != generator.Plan.Count + generator.Pinned.Count)
        {
            yield return $"There were {frozen.Leads} leads; there are {generator.Plan.Count + generator.Pinned.Count} now.";
        }
    }
}
