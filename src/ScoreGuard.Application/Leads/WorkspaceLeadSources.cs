using System.Diagnostics;
using System.Security.Cryptography;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Synthetic;
using ScoreGuard.Synthetic.Pinned;
using ScoreGuard.Synthetic.Plans;
using ScoreGuard.Synthetic.Reading;
using ScoreGuard.Yaml;

namespace ScoreGuard.Application.Leads;

/// <summary>Lead plans with their pinned leads, and files of leads.</summary>
public sealed class WorkspaceLeadSources : ILeadSources
{
    public string? FindHash(Workspace workspace, IWorkspaceFiles files)
    {
        using var stream = files.FindStream(workspace.Leads);
        if (stream is null)
        {
            return null;
        }

        if (workspace.LeadsAreAFile)
        {
            return Sha256Text.From(SHA256.HashData(stream));
        }

        // The pinned leads are part of the recipe; a plan that cannot be read has only its own bytes.
        var plan = files.Find(workspace.Leads)!;
        return ReadPlan(workspace, files, plan) is Parsed<LeadPlan>.Ok { Value.Pinned: { } pinned }
            ? Sha256Text.Of([.. plan, 0, .. files.Find(Beside(workspace.Leads, pinned)) ?? []])
            : Sha256Text.Of(plan);
    }

    /// <summary>The plan that the leads are made by; null where they are given, or the plan is missing or wrong.</summary>
    public static LeadPlan? FindPlan(Workspace workspace, IWorkspaceFiles files) =>
        !workspace.LeadsAreAFile
        && files.Find(workspace.Leads) is { } bytes
        && ReadPlan(workspace, files, bytes) is Parsed<LeadPlan>.Ok plan
            ? plan.Value
            : null;

    public Parsed<LeadSource> Open(Workspace workspace, IWorkspaceFiles files)
    {
        var name = files.DisplayName(workspace.Leads);
        if (FindHash(workspace, files) is not { } hash)
        {
            return Refuse(name, "There is no such file; correct `leads` in scoreguard.yaml, or write it.");
        }

        if (workspace.LeadsAreAFile)
        {
            return new Parsed<LeadSource>.Ok(
                new(
                    workspace.AsOf!.Value,
                    hash,
                    "file",
                    async (to, stop) =>
                    {
                        await using var leads = files.FindStream(workspace.Leads)!;
                        await leads.CopyToAsync(to, stop);
                    }
                ),
                []
            );
        }

        return ReadPlan(workspace, files, files.Find(workspace.Leads)!) switch
        {
            Parsed<LeadPlan>.Ok plan => OpenPlan(workspace, files, plan.Value, hash),
            Parsed<LeadPlan>.Refused refused => new Parsed<LeadSource>.Refused(refused.Diagnostics),
            _ => throw new UnreachableException(),
        };
    }

    private static Parsed<LeadSource> OpenPlan(Workspace workspace, IWorkspaceFiles files, LeadPlan plan, string hash)
    {
        var pinned = PinnedLeads.None;
        if (plan.Pinned is { } path)
        {
            var beside = Beside(workspace.Leads, path);
            var name = files.DisplayName(beside);
            if (path.Split('/', '\\').Contains("..") || Path.IsPathRooted(path))
            {
                return Refuse(name, "The pinned leads lie outside the workspace; keep them beside the plan.");
            }

            if (files.Find(beside) is not { } lines)
            {
                return Refuse(name, "There is no such file; correct `pinned` in the lead plan, or write it.");
            }

            switch (PinnedLeadsReader.Read(name, lines, plan))
            {
                case Parsed<PinnedLeads>.Refused refused:
                    return new Parsed<LeadSource>.Refused(refused.Diagnostics);
                case Parsed<PinnedLeads>.Ok read:
                    pinned = read.Value;
                    break;
            }
        }

        var generator = new LeadGenerator(plan, pinned);
        return new Parsed<LeadSource>.Ok(
            new(
                plan.AsOf,
                hash,
                LeadGenerator.Identity,
                (to, stop) => generator.WriteAllAsync(to, Math.Clamp(Environment.ProcessorCount, 1, 8), stop)
            ),
            []
        );
    }

    private static Parsed<LeadPlan> ReadPlan(Workspace workspace, IWorkspaceFiles files, byte[] bytes)
    {
        var name = files.DisplayName(workspace.Leads);
        return YamlDocument.Read(name, bytes) switch
        {
            Parsed<DocumentNode>.Ok document => LeadPlanReader.Read(name, document.Value),
            Parsed<DocumentNode>.Refused refused => new Parsed<LeadPlan>.Refused(refused.Diagnostics),
            _ => throw new UnreachableException(),
        };
    }

    private static string Beside(string plan, string path) => Path.Combine(Path.GetDirectoryName(plan) ?? "", path);

    private static Parsed<LeadSource>.Refused Refuse(string file, string message) =>
        new([WorkspaceOpening.Missing(file, message)]);
}
