using System.Collections.Immutable;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Application.Live;

/// <summary>What a run would do on its platform when nothing goes wrong.</summary>
/// <param name="Leads">That would be replayed.</param>
/// <param name="NotTestable">That cannot be.</param>
/// <param name="Canary">The lead that goes first.</param>
/// <param name="KeptBack">Calls of the budget that only the clean-up may take.</param>
/// <param name="AtLeast">How long the waiting takes.</param>
public sealed record ReplayPlan(
    string Platform,
    int Leads,
    int NotTestable,
    string Canary,
    ImmutableArray<PlannedCalls> Calls,
    int KeptBack,
    ReplayDiscipline Discipline,
    TimeSpan AtLeast
)
{
    public int Total => Calls.Sum(calls => calls.Calls);

    /// <summary>Whether the run's budget is enough, and the day's.</summary>
    public bool IsAffordable => Total + KeptBack <= Math.Min(Discipline.CallsPerRun, Discipline.CallsPerDay);
}
