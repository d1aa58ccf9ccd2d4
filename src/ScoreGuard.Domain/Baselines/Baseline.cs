namespace ScoreGuard.Domain.Baselines;

/// <summary>Approved outcomes: immutable, one version after another.</summary>
/// <param name="Version">From 1, without gaps.</param>
/// <param name="OutcomesRoot">The <see cref="OutcomeSet"/> that it is.</param>
/// <param name="ModelHash">The model whose outcomes were approved; after a decision on some leads only, still the earlier one.</param>
/// <param name="EngineVersion">What replayed them; another engine must give the same bytes before it may judge.</param>
/// <param name="Decision">Who approved it, when, why and on what evidence.</param>
public sealed record Baseline(
    int Version,
    string OutcomesRoot,
    string ModelHash,
    string LeadSetRoot,
    string EngineVersion,
    Decision Decision
);
