using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Application.Decisions;

/// <summary>Whether a decision may be made, and if not, every reason why.</summary>
internal sealed class DecisionCheck(WorkspaceContext context)
{
    private readonly List<Diagnostic> _diagnostics = [];

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public async Task CheckAsync(
        DecisionRequest request,
        RunRecord run,
        Baseline? current,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(request.Reason))
        {
            Refuse(RunCodes.ReasonMissing, "A decision needs a reason; say why with `--reason`.");
        }

        if (!Decidable.IsDecidable(run))
        {
            Refuse(
                RunCodes.NothingToDecide,
                $"Run {run.Id} ended {Quote.Code(VerdictCode.Of(run.Verdict))}: there is nothing to decide about it."
            );
            return;
        }

        if (request.Scope != DecisionScope.All && !Decidable.MayBeSplit(run))
        {
            Refuse(
                RunCodes.OnlyWhole,
                $"Run {run.Id} can only be decided as a whole; use `--accept-all` or `--reject-all`."
            );
        }

        await CheckCurrentAsync(run, current, cancellationToken);
        foreach (var cause in request.Causes.Where(cause => run.Causes.All(known => known.Id != cause)))
        {
            var hint = Spelling.Hint(cause, [.. run.Causes.Select(known => known.Id)]);
            Refuse(RunCodes.UnknownCause, $"Run {run.Id} has no cause {Quote.Code(cause)}{hint}");
        }
    }

    public void Refuse(DiagnosticCode code, string message)
    {
        var file = context.Files.DisplayName(Workspace.FileName);
        _diagnostics.Add(new(code.Code, Severity.Error, file, null, "", message));
    }

    private async Task CheckCurrentAsync(RunRecord run, Baseline? current, CancellationToken cancellationToken)
    {
        if (current?.Version != run.BaselineVersion || current?.OutcomesRoot != run.BaselineRoot)
        {
            Refuse(
                RunCodes.NotCurrent,
                $"Run {run.Id} was compared with {Name(run.BaselineVersion)}, and current is {Name(current?.Version)}; run again and decide on that."
            );
            return;
        }

        var leads = await context.Stores.LeadSets.FindCurrentAsync(cancellationToken);
        if (leads?.Root != run.LeadSetRoot)
        {
            Refuse(
                RunCodes.NotCurrent,
                $"Run {run.Id} replayed leads that have been replaced since; run again and decide on that."
            );
            return;
        }

        if (run.Kind != RunKind.Run)
        {
            return;
        }

        foreach (var later in await context.Stores.Runs.ListAsync(1000, cancellationToken))
        {
            if (string.CompareOrdinal(later.Id, run.Id) <= 0)
            {
                break;
            }

            if (later is { Kind: RunKind.Run, OutcomesRoot: { } root } && root != run.OutcomesRoot)
            {
                Refuse(
                    RunCodes.NotCurrent,
                    $"Run {later.Id} came after run {run.Id} and found other outcomes; decide on the later one."
                );
                return;
            }
        }
    }

    private static string Name(int? version) => version is { } number ? $"baseline version {number}" : "no baseline";
}
