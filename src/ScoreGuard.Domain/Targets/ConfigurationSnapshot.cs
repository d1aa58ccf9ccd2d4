using System.Collections.Immutable;
using ScoreGuard.Domain.Artefacts;

namespace ScoreGuard.Domain.Targets;

/// <summary>How a platform scored at one moment, as far as it can be read.</summary>
/// <param name="Canonical">
/// JSON with sorted keys and without what changes by itself (dates of reading, counters, links): the same configuration
/// gives the same text. Never a secret.
/// </param>
/// <param name="Listing">The same for people, as Markdown.</param>
/// <param name="Model">In our own form, as YAML or JSON; null: what can be read is not enough to score by.</param>
/// <param name="Carried">What of it the model holds, and how truly.</param>
public sealed record ConfigurationSnapshot(
    string Canonical,
    string Listing,
    string? Model,
    ImmutableArray<CarriedPart> Carried
)
{
    public string Hash { get; } = Sha256Text.Of(Canonical);
}

/// <summary>One part of a platform's configuration and what became of it in our model.</summary>
/// <param name="Part">Where people find it on the platform: <c>score Engagement / group Web / rule Visited pricing</c>.</param>
/// <param name="Reason">Why it is not exact; empty where it is.</param>
public sealed record CarriedPart(string Part, CarriedHow How, string Reason);

public enum CarriedHow
{
    /// <summary>The model scores as the platform does.</summary>
    Exact,

    /// <summary>The model scores nearly as the platform does.</summary>
    Approximated,

    /// <summary>The model knows nothing of it.</summary>
    LeftOut,
}
