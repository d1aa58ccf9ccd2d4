using ScoreGuard.Application.Comparing;
using ScoreGuard.Application.Live;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Drift.Traits;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Application.Runs;

/// <summary>Puts what a run replayed beside the baseline.</summary>
internal sealed class RunComparison(WorkspaceContext context)
{
    /// <summary>Leads compared so far.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <summary>Compares <paramref name="source"/> with the baseline, and stores the outcomes that are not stored yet.</summary>
    public async Task<Finding> FindAsync(
        Evidence evidence,
        ModelEdits edits,
        IOutcomeSource source,
        IReportOutput output,
        CancellationToken cancellationToken
    )
    {
        if (IsRefused(evidence, source))
        {
            return Finding.None;
        }

        try
        {
            await EngineUpgrade.CheckAsync(context, evidence, cancellationToken);
            var baseline = Comparable(evidence);
            var comparison = new OutcomeComparison(
                context.Stores.OutcomeShards,
                evidence.Policy,
                context.Stores.Scratch,
                keep: true
            )
            {
                Progress = Progress,
            };
            var columns = RunReports.Columns(
                context.Workspace.Target,
                evidence.Model!,
                evidence.BaselineModel,
                baseline?.Totals
            );
            var sink = output.OpenChanges(columns);
            // Where a model says which rule moved a lead, nothing has to be guessed, and nothing remembered.
            var changed = evidence.Target is { IsReplay: true } ? new ChangedLeads(sink) : null;
            using var tally = new DriftTally(
                baseline?.Totals ?? OutcomeTotals.None,
                edits.Attribution,
                context.Workspace.ReportLeads,
                changed ?? sink
            );
            var shards = await comparison.RunAsync(baseline?.Shards, source, tally, cancellationToken);
            if (IsRefused(evidence, source))
            {
                return Finding.None;
            }

            foreach (var diagnostic in source.Diagnostics)
            {
                evidence.Add(diagnostic);
            }

            var summary = tally.ToSummary();
            var outcomes = OutcomeSet.Of(shards, summary.After);
            await context.Stores.Outcomes.SaveAsync(outcomes, cancellationToken);
            if (changed is not null)
            {
                summary = await new CommonTraits(context).ExplainAsync(
                    summary,
                    changed,
                    evidence.Leads,
                    shards,
                    cancellationToken
                );
            }

            var listed =
                baseline is null || changed is not null
                    ? await new OutcomeListing(context).WriteAsync(
                        evidence.Leads,
                        shards,
                        attributes => output.OpenOutcomes(RunReports.Columns(columns, attributes, summary)),
                        cancellationToken
                    )
                    : null;
            return new(outcomes, summary, listed);
        }
        catch (StoreDamage damage)
        {
            evidence.Add(damage.Diagnostic);
            return Finding.None;
        }
        catch (TargetFault fault)
        {
            evidence.Add(LiveProblem.Of(fault).ToDiagnostic(context.Files.DisplayName(Workspace.FileName)));
            return Finding.None;
        }
    }

    /// <summary>With errors among them nothing is compared: they are told alone.</summary>
    private static bool IsRefused(Evidence evidence, IOutcomeSource source)
    {
        var isRefused = source.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
        foreach (var diagnostic in isRefused ? source.Diagnostics : [])
        {
            evidence.Add(diagnostic);
        }

        return isRefused;
    }

    /// <summary>The baseline's outcomes, if the replay may be compared with them; why not is told.</summary>
    private static OutcomeSet? Comparable(Evidence evidence)
    {
        if (evidence.Baseline is { } baseline && baseline.LeadSetRoot != evidence.Leads!.Root)
        {
            evidence.Add(
                RunCodes.LeadSetChanged,
                Severity.Error,
                evidence.Leads.Source,
                $"Baseline version {baseline.Version} was made on other leads, so nothing can be compared. Check the outcomes of the new leads and approve them as a new baseline."
            );
        }

        return evidence.HasErrors ? null : evidence.BaselineOutcomes;
    }
}
