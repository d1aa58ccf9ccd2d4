using System.Collections.Immutable;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Application.Live;

/// <summary>Says what a run would do on its platform, without a call to it.</summary>
public sealed class PlanReplay(WorkspaceContext context)
{
    private const string NoRun = "dry-run";

    /// <returns>The plan, or everything that stands in its way.</returns>
    public async Task<Parsed<ReplayPlan>> ExecuteAsync(CancellationToken cancellationToken)
    {
        var target = context.Workspace.Target;
        var file = context.Files.DisplayName(Workspace.FileName);
        if (!target.MakesRecords)
        {
            return Refused(
                file,
                WorkspaceCodes.TargetUse,
                "Nothing is put into a platform here; a run makes no such calls."
            );
        }

        if (await context.Stores.LeadSets.FindCurrentAsync(cancellationToken) is not { } leads)
        {
            return Refused(file, RunCodes.NoLeads, "No leads are frozen yet; run `scoreguard generate` first.");
        }

        var opened = context.Targets.Open(target, NoRun, context.Stores.Ledger);
        if (opened is not Parsed<ITarget>.Ok { Value: var platform, Warnings: var warnings })
        {
            return new Parsed<ReplayPlan>.Refused(((Parsed<ITarget>.Refused)opened).Diagnostics);
        }

        var made = await LivePopulations.MakeAsync(
            context,
            leads,
            platform.Capabilities,
            int.MaxValue,
            cancellationToken
        );
        return made switch
        {
            Parsed<LivePopulation>.Ok population => new Parsed<ReplayPlan>.Ok(
                Plan(target, platform, population.Value),
                [.. warnings, .. population.Warnings]
            ),
            Parsed<LivePopulation>.Refused refused => new Parsed<ReplayPlan>.Refused(refused.Diagnostics),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static ReplayPlan Plan(TargetDefinition target, ITarget platform, LivePopulation population)
    {
        var discipline = target.Discipline;
        var canary = population.Cases[population.Canary];
        // The canary looks once more: before its first signal.
        var first = platform.Plan(new(1, Signals([canary], 1), discipline.Unchanged + 1));
        var all = platform.Plan(
            new(
                population.Cases.Length,
                Signals(population.Cases, platform.Capabilities.BatchSize),
                discipline.Unchanged
            )
        );
        var wait = discipline.Wait ?? platform.Capabilities.MinimumWait;
        return new(
            platform.Capabilities.Platform,
            population.Cases.Length,
            population.Untestable.Length,
            canary.Lead,
            [
                .. first
                    .Concat(all)
                    .Prepend(new("see what is there before", 1))
                    .GroupBy(calls => calls.What, StringComparer.Ordinal)
                    .Select(calls => new PlannedCalls(calls.Key, calls.Sum(one => one.Calls))),
            ],
            LiveReplay.CallsKeptBack(platform, population.Cases.Length + discipline.Confirm + 1),
            discipline,
            2 * (wait + ((discipline.Unchanged - 1) * discipline.Every))
        );
    }

    private static ImmutableArray<PlannedSignals> Signals(ImmutableArray<LiveCase> cases, int batch) =>
        [
            .. cases
                .SelectMany(lead => lead.Signals.Select((signal, round) => (signal.Kind, round)))
                .GroupBy(signal => signal.Kind)
                .OrderBy(kind => kind.Key)
                .Select(kind => new PlannedSignals(
                    kind.Key,
                    kind.Count(),
                    kind.GroupBy(signal => signal.round).Sum(round => (round.Count() + batch - 1) / batch)
                )),
        ];

    private static Parsed<ReplayPlan>.Refused Refused(string file, DiagnosticCode code, string message) =>
        new([new(code.Code, Severity.Error, file, null, "target", message)]);
}
