using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Runs;

/// <summary>What came of asking for a run or for its report.</summary>
public abstract record RunOutcome
{
    private RunOutcome() { }

    public sealed record Finished(RunRecord Run, RunReport Report) : RunOutcome;

    /// <summary>Nothing was run and nothing recorded.</summary>
    public sealed record Refused(ImmutableArray<Diagnostic> Diagnostics) : RunOutcome;
}
