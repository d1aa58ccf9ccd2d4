using System.Collections.Immutable;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Documents.Shapes;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Domain.Workspaces;

/// <summary>Reads <c>scoreguard.yaml</c>, or says everything that is wrong with it.</summary>
public static class WorkspaceReader
{
    public static Parsed<Workspace> Read(string file, DocumentNode root)
    {
        var diagnostics = new DiagnosticBag(file);
        var place = Place.Root(root, diagnostics);
        Workspace? workspace = null;
        if (WorkspaceShape.Root.TryRead(place, out var reader))
        {
            workspace = Read(reader);
        }

        return diagnostics.Conclude(() => workspace!);
    }

    private static Workspace Read(RecordReader reader)
    {
        reader.TryGet(WorkspaceShape.Version, out _);
        var leads = ReadPath(reader, WorkspaceShape.Leads, "leads.yaml");
        var workspace = new Workspace(
            reader.Find(WorkspaceShape.Name) ?? "",
            ReadPath(reader, WorkspaceShape.Model, "model.yaml"),
            leads,
            reader.FindValue(WorkspaceShape.AsOf),
            new(ReadStages(reader), ReadTolerance(reader)),
            ReadReportLeads(reader),
            ReadOwners(reader),
            reader.TryGet(WorkspaceShape.Target, out var target) ? TargetReader.Read(target) : TargetDefinition.Model
        );
        CheckNames(reader, workspace);
        if (workspace.LeadsAreAFile && !reader.Has(WorkspaceShape.AsOf))
        {
            reader.Place.Error(
                WorkspaceCodes.AsOfMissing,
                $"The leads of {Quote.Code(leads)} need `asOf`: the instant up to which they are replayed."
            );
        }
        else if (!workspace.LeadsAreAFile && reader.Has(WorkspaceShape.AsOf))
        {
            reader.KeyError(
                WorkspaceShape.AsOf,
                WorkspaceCodes.AsOfMissing,
                $"The lead plan {Quote.Code(leads)} says `asOf` itself; remove it here."
            );
        }

        return workspace;
    }

    /// <summary>Of a replay the target says which stages and scores there are; of a model its file does.</summary>
    private static void CheckNames(RecordReader reader, Workspace workspace)
    {
        if (!workspace.Target.MakesRecords)
        {
            return;
        }

        var outcome = workspace.Target.Outcome;
        if (outcome.Stage is { Order: { IsEmpty: false } order })
        {
            foreach (var stage in workspace.Policy.SalesStages.Where(stage => !order.Contains(stage)))
            {
                reader
                    .PlaceOf(WorkspaceShape.Sales)
                    .Error(
                        WorkspaceCodes.UnknownStage,
                        $"`outcome.stage.order` of the target has no stage {Quote.Code(stage)}{Spelling.Hint(stage, order)}"
                    );
            }
        }

        string[] scores = [.. outcome.Scores.Select(score => score.Ours)];
        foreach (var score in workspace.Policy.Tolerance.Keys.Where(score => !scores.Contains(score)))
        {
            reader
                .PlaceOf(WorkspaceShape.Tolerance)
                .Error(
                    WorkspaceCodes.UnknownDimension,
                    $"`outcome.scores` of the target has no {Quote.Code(score)}{Spelling.Hint(score, scores)}"
                );
        }
    }

    private static string ReadPath(RecordReader reader, Key<string> key, string otherwise)
    {
        if (!reader.TryGet(key, out var path))
        {
            return otherwise;
        }

        var parts = path.Split('/', '\\');
        if (Path.IsPathRooted(path) || parts.Contains("..") || path.Contains(':', StringComparison.Ordinal))
        {
            reader
                .PlaceOf(key)
                .Error(
                    WorkspaceCodes.OutsidePath,
                    $"{Quote.Code(path)} may leave the workspace; name a file inside it, relative to this one."
                );
        }

        return path;
    }

    private static ImmutableArray<string> ReadStages(RecordReader reader)
    {
        if (!reader.TryGet(WorkspaceShape.Sales, out var sales) || !sales.TryGet(WorkspaceShape.Stages, out var stages))
        {
            return [];
        }

        foreach (
            var repeated in stages.GroupBy(stage => stage, StringComparer.Ordinal).Where(group => group.Count() > 1)
        )
        {
            sales
                .PlaceOf(WorkspaceShape.Stages)
                .Error(WorkspaceCodes.RepeatedName, $"The stage {Quote.Code(repeated.Key)} stands here twice.");
        }

        return stages;
    }

    private static ImmutableSortedDictionary<string, decimal> ReadTolerance(RecordReader reader) =>
        reader
            .Get(WorkspaceShape.Tolerance, [])
            .ToImmutableSortedDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);

    private static int ReadReportLeads(RecordReader reader) =>
        reader.TryGet(WorkspaceShape.Report, out var report)
            ? (int)report.Get(WorkspaceShape.ReportLeads, Workspace.DefaultReportLeads)
            : Workspace.DefaultReportLeads;

    private static Owners ReadOwners(RecordReader reader) =>
        reader.TryGet(WorkspaceShape.Owners, out var owners)
            ? new(owners.Find(WorkspaceShape.Marketing), owners.Find(WorkspaceShape.SalesOwner))
            : new(null, null);
}
