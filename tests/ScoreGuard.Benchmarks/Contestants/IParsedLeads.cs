namespace ScoreGuard.Benchmarks.Contestants;

/// <summary>Leads in an engine's own form.</summary>
internal interface IParsedLeads
{
    int Count { get; }
}
