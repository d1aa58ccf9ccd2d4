using ScoreGuard.Domain.Outcomes;

namespace ScoreGuard.Targets.Http;

/// <summary>What a service said about a lead: exactly one of the two is null.</summary>
/// <param name="Refusal">Why there is no outcome: a sentence's end, without data of the lead.</param>
internal readonly record struct ScoredLead(LeadLine Lead, Outcome? Outcome, string? Refusal);
