using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Application.Runs;

/// <summary>What a workspace says about its model has to be true of it.</summary>
public static class WorkspaceModelCheck
{
    /// <param name="file">The workspace's file, as diagnostics name it.</param>
    public static IEnumerable<Diagnostic> Check(string file, Workspace workspace, ScoringModel model)
    {
        var stages = model.Lifecycle?.Stages ?? [];
        foreach (var stage in workspace.Policy.SalesStages.Where(stage => !stages.Contains(stage)))
        {
            yield return Error(
                WorkspaceCodes.UnknownStage,
                "sales.stages",
                $"The model has no stage {Quote.Code(stage)}{Spelling.Hint(stage, stages)}"
            );
        }

        var dimensions = model.Dimensions.Select(dimension => dimension.Name).ToList();
        foreach (var name in workspace.Policy.Tolerance.Keys.Where(name => !dimensions.Contains(name)).Order())
        {
            yield return Error(
                WorkspaceCodes.UnknownDimension,
                $"tolerance.{name}",
                $"The model has no score {Quote.Code(name)}{Spelling.Hint(name, dimensions)}"
            );
        }

        Diagnostic Error(DiagnosticCode code, string path, string message) =>
            new(code.Code, Severity.Error, file, null, path, message);
    }
}
