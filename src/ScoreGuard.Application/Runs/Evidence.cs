using ScoreGuard.Application.Live;
using ScoreGuard.Application.Models;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Application.Runs;

/// <summary>What a run starts from, gathered with everything that stands in its way.</summary>
internal sealed class Evidence
{
    private readonly List<Diagnostic> _diagnostics = [];

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public bool HasErrors => _diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error);

    public ScoringModel? Model { get; private set; }

    public LeadSet? Leads { get; private set; }

    public Baseline? Baseline { get; private set; }

    public OutcomeSet? BaselineOutcomes { get; private set; }

    /// <summary>Null: nothing was approved yet, or its model cannot be read any more.</summary>
    public ScoringModel? BaselineModel { get; private set; }

    public DriftPolicy Policy { get; private set; } = DriftPolicy.None;

    /// <summary>Null: a model file.</summary>
    public TargetFacts? Target { get; private set; }

    public static async Task<Evidence> GatherAsync(
        WorkspaceContext context,
        RunRequest request,
        string run,
        CancellationToken cancellationToken
    )
    {
        var evidence = new Evidence();
        await evidence.ReadTargetAsync(context, request, run, cancellationToken);
        await evidence.ReadBaselineAsync(context, cancellationToken);
        await evidence.ReadApprovedConfigurationAsync(context, cancellationToken);
        await evidence.ReadLeadsAsync(context, cancellationToken);
        return evidence;
    }

    /// <summary>The same evidence once more, on another machine perhaps: what the plan names, not what the files say by now.</summary>
    public static async Task<Evidence> RecallAsync(
        WorkspaceContext context,
        RunPlan plan,
        CancellationToken cancellationToken
    )
    {
        var evidence = new Evidence { Policy = plan.Policy, Target = plan.Target };
        evidence._diagnostics.AddRange(plan.Diagnostics);
        var (models, zones) = (context.Stores.Models, context.Zones);
        try
        {
            if (plan.BaselineVersion is { } version)
            {
                evidence.Baseline = await context.Stores.Baselines.FindAsync(version, cancellationToken);
                evidence.BaselineOutcomes = await context.Stores.Outcomes.GetAsync(
                    plan.BaselineRoot!,
                    cancellationToken
                );
                evidence.BaselineModel = await ModelFile.FindAsync(
                    models,
                    evidence.Baseline!.ModelHash,
                    zones,
                    cancellationToken
                );
            }

            if (plan.ModelHash is { } hash)
            {
                evidence.Model =
                    hash == evidence.BaselineModel?.Hash
                        ? evidence.BaselineModel
                        : await ModelFile.FindAsync(models, hash, zones, cancellationToken);
            }

            if (plan.LeadSetRoot is { } root)
            {
                evidence.Leads = await context.Stores.LeadSets.FindAsync(root, cancellationToken);
            }
        }
        catch (StoreDamage damage)
        {
            evidence.Add(damage.Diagnostic);
        }

        return evidence;
    }

    /// <summary>Nothing was gathered, for that reason.</summary>
    public static Evidence Refused(IEnumerable<Diagnostic> diagnostics, TargetFacts? target = null)
    {
        var evidence = new Evidence { Target = target };
        evidence._diagnostics.AddRange(diagnostics);
        return evidence;
    }

    /// <summary>What was edited since the baseline was approved.</summary>
    public Task<ModelEdits> FindEditsAsync(WorkspaceContext context, CancellationToken cancellationToken) =>
        ModelEdits.FindAsync(context, Target, (BaselineModel, Model), cancellationToken);

    public void Add(Diagnostic diagnostic) => _diagnostics.Add(diagnostic);

    public void Add(DiagnosticCode code, Severity severity, string file, string message) =>
        _diagnostics.Add(new(code.Code, severity, file, null, "", message));

    /// <summary>What is said about the target is known better by now.</summary>
    public void Learn(Func<TargetFacts, TargetFacts> learn) => Target = Target is null ? null : learn(Target);

    private async Task ReadTargetAsync(
        WorkspaceContext context,
        RunRequest request,
        string run,
        CancellationToken cancellationToken
    )
    {
        if (request.Kind == RunKind.Preview)
        {
            ReadCandidate(context, request);
            return;
        }

        var reading = await TargetReading.ReadAsync(context, LiveRun.MarkOf(run), cancellationToken);
        Target = reading.Facts;
        _diagnostics.AddRange(reading.Diagnostics);
        if (reading.Model is not null || !HasErrors)
        {
            ReadModel(context, request with { ModelName = reading.ModelName, Model = reading.Model });
        }
    }

    /// <summary>A candidate is scored by our engine, so what is approved has to be too.</summary>
    private void ReadCandidate(WorkspaceContext context, RunRequest request)
    {
        if (context.Workspace.Target.ScoresElsewhere)
        {
            Add(
                WorkspaceCodes.TargetUse,
                Severity.Error,
                context.Files.DisplayName(Workspace.FileName),
                "A candidate is evaluated here and cannot be compared with what another system scored; preview it in a workspace whose target is a model or a configuration that is read."
            );
        }
        else
        {
            ReadModel(context, request);
        }
    }

    private void ReadModel(WorkspaceContext context, RunRequest request)
    {
        Policy = context.Workspace.Policy;
        if (request.Model is null)
        {
            Add(
                WorkspaceCodes.FileMissing,
                Severity.Error,
                request.ModelName,
                "There is no such file; correct the name."
            );
            return;
        }

        switch (ModelFile.Read(request.ModelName, request.Model, context.Zones))
        {
            case Parsed<ScoringModel>.Ok model:
                Model = model.Value;
                _diagnostics.AddRange(model.Warnings);
                var file = context.Files.DisplayName(Workspace.FileName);
                _diagnostics.AddRange(WorkspaceModelCheck.Check(file, context.Workspace, model.Value));
                Policy = WithSalesLine(context.Workspace.Policy, model.Value);
                break;
            case Parsed<ScoringModel>.Refused refused:
                _diagnostics.AddRange(refused.Diagnostics);
                break;
        }
    }

    internal static DriftPolicy WithSalesLine(DriftPolicy policy, ScoringModel model) =>
        policy.SalesStages.IsEmpty ? policy with { SalesStages = SalesLineOf.Model(model) } : policy;

    private async Task ReadBaselineAsync(WorkspaceContext context, CancellationToken cancellationToken)
    {
        try
        {
            if (await context.Stores.Baselines.FindCurrentAsync(cancellationToken) is BaselineLookup.Found found)
            {
                Baseline = found.Baseline;
                BaselineOutcomes = await context.Stores.Outcomes.GetAsync(Baseline.OutcomesRoot, cancellationToken);
                BaselineModel = await ModelFile.FindAsync(
                    context.Stores.Models,
                    Baseline.ModelHash,
                    context.Zones,
                    cancellationToken
                );
                if (BaselineModel is null)
                {
                    Add(
                        RunCodes.ModelGone,
                        Severity.Warning,
                        $"baseline version {Baseline.Version}",
                        "Its model cannot be read back, so edits cannot be told in words; the comparison stands."
                    );
                }
            }
        }
        catch (StoreDamage damage)
        {
            Add(damage.Diagnostic);
        }
    }

    private async Task ReadApprovedConfigurationAsync(WorkspaceContext context, CancellationToken cancellationToken)
    {
        if (Target is not null && Baseline is not null)
        {
            var approved = await context.Stores.Runs.FindAsync(Baseline.Decision.Run, cancellationToken);
            Learn(facts =>
                facts with
                {
                    ApprovedConfigurationHash = approved?.Target?.ConfigurationHash,
                    ApprovedReadModelHash = approved?.Target?.ReadModelHash,
                }
            );
        }
    }

    private async Task ReadLeadsAsync(WorkspaceContext context, CancellationToken cancellationToken)
    {
        try
        {
            Leads = await context.Stores.LeadSets.FindCurrentAsync(cancellationToken);
        }
        catch (StoreDamage damage)
        {
            Add(damage.Diagnostic);
            return;
        }

        if (Leads is null)
        {
            Add(
                RunCodes.NoLeads,
                Severity.Error,
                context.Files.DisplayName(context.Workspace.Leads),
                "No leads are frozen yet; run `scoreguard generate` first."
            );
        }
        else if (Leads.Source != context.Workspace.Leads || LeadsChanged(context, Leads))
        {
            Add(
                RunCodes.PlanChanged,
                Severity.Warning,
                context.Files.DisplayName(context.Workspace.Leads),
                "It changed since its leads were frozen; this run replays the frozen ones. `scoreguard generate` says whether it now makes others."
            );
        }
    }

    private static bool LeadsChanged(WorkspaceContext context, LeadSet leads) =>
        context.LeadSources.FindHash(context.Workspace, context.Files) is { } hash && hash != leads.SourceHash;
}
