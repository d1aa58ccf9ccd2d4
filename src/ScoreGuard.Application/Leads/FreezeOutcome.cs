using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Leads;

namespace ScoreGuard.Application.Leads;

/// <summary>What came of freezing leads.</summary>
public abstract record FreezeOutcome
{
    private FreezeOutcome() { }

    /// <param name="Replaced">The set that was current before; null: it is the first.</param>
    public sealed record Frozen(LeadSet Leads, LeadSet? Replaced) : FreezeOutcome;

    /// <summary>The source still makes exactly what is frozen.</summary>
    public sealed record Unchanged(LeadSet Leads) : FreezeOutcome;

    public sealed record Refused(ImmutableArray<Diagnostic> Diagnostics) : FreezeOutcome;
}
