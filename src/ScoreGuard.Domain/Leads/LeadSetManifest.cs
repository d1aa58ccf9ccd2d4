namespace ScoreGuard.Domain.Leads;

/// <summary>What a frozen population of synthetic leads is, and what it was made from.</summary>
/// <param name="Leads">Generated and pinned ones.</param>
/// <param name="Digest">SHA-256 of all lines in order, in lower-case hexadecimal: its identity.</param>
/// <param name="AsOf">The instant up to which its leads are replayed.</param>
/// <param name="PlanHash">Of what the plan said; says that the plan was edited, where a digest says only that leads differ.</param>
/// <param name="Generator">What made it, versions included: <c>plan generator 1, Bogus 34.0.2</c>.</param>
/// <param name="CreatedBy">Who or what asked for it.</param>
public sealed record LeadSetManifest(
    long Leads,
    string Digest,
    Instant AsOf,
    string PlanHash,
    string Generator,
    string CreatedBy
);
