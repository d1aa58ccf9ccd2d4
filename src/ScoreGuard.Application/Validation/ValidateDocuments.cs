using System.Collections.Immutable;
using System.Diagnostics;
using ScoreGuard.Application.Leads;
using ScoreGuard.Application.Live;
using ScoreGuard.Application.Models;
using ScoreGuard.Application.Runs;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Models.Reading;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.Synthetic.Reading;
using ScoreGuard.Yaml;

namespace ScoreGuard.Application.Validation;

/// <summary>Everything that is wrong with workspaces, models and lead plans.</summary>
public sealed class ValidateDocuments(ITimeZones zones, ITargets targets)
{
    /// <summary>A workspace with the model and the leads that it names.</summary>
    public ImmutableArray<Diagnostic> Workspace(IWorkspaceFiles files)
    {
        var opened = WorkspaceOpening.Read(files);
        if (opened is not Parsed<Workspace>.Ok workspace)
        {
            return All(opened);
        }

        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        diagnostics.AddRange(workspace.Warnings);
        if (workspace.Value.Target is { Type: TargetType.Model, Url: null })
        {
            CheckModel(files, workspace.Value, diagnostics);
        }

        diagnostics.AddRange(new TargetCheck(workspace.Value, targets).Check());
        diagnostics.AddRange(All(new WorkspaceLeadSources().Open(workspace.Value, files)));
        if (WorkspaceLeadSources.FindPlan(workspace.Value, files) is { } plan)
        {
            diagnostics.AddRange(LeadPlanFit.Check(workspace.Value.Target, plan));
        }

        return diagnostics.ToImmutable();
    }

    private void CheckModel(IWorkspaceFiles files, Workspace workspace, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var name = files.DisplayName(workspace.Model);
        if (files.Find(workspace.Model) is not { } bytes)
        {
            diagnostics.Add(
                WorkspaceOpening.Missing(
                    name,
                    "There is no such file; correct `model` in scoreguard.yaml, or write it."
                )
            );
        }
        else
        {
            var model = ModelFile.Read(name, bytes, zones);
            diagnostics.AddRange(All(model));
            if (model is Parsed<ScoringModel>.Ok read)
            {
                var file = files.DisplayName(Domain.Workspaces.Workspace.FileName);
                diagnostics.AddRange(WorkspaceModelCheck.Check(file, workspace, read.Value));
            }
        }
    }

    /// <summary>One file: a workspace, a lead plan or a model, told apart by their keys.</summary>
    public ImmutableArray<Diagnostic> File(string name, byte[] bytes) =>
        YamlDocument.Read(name, bytes) switch
        {
            Parsed<DocumentNode>.Ok document => Document(name, document.Value),
            Parsed<DocumentNode>.Refused refused => refused.Diagnostics,
            _ => throw new UnreachableException(),
        };

    private ImmutableArray<Diagnostic> Document(string name, DocumentNode document) =>
        document is DocumentNode.Mapping mapping && mapping.Find("leadPlan") is not null
            ? All(LeadPlanReader.Read(name, document))
        : Path.GetFileName(name) == Domain.Workspaces.Workspace.FileName ? All(WorkspaceReader.Read(name, document))
        : All(ModelReader.Read(name, document, zones));

    private static ImmutableArray<Diagnostic> All<T>(Parsed<T> parsed) =>
        parsed switch
        {
            Parsed<T>.Ok ok => ok.Warnings,
            Parsed<T>.Refused refused => refused.Diagnostics,
            _ => throw new UnreachableException(),
        };
}
