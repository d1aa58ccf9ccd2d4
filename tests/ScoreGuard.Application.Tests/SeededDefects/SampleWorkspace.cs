using ScoreGuard.Application.Decisions;
using ScoreGuard.Application.Leads;
using ScoreGuard.Application.Replaying;
using ScoreGuard.Application.Runs;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Storage.Folder;
using ScoreGuard.Targets.Model;
using ScoreGuard.Testing;

namespace ScoreGuard.Application.Tests.SeededDefects;

/// <summary>A copy of a sample in a folder of its own, guarded as a user would guard it.</summary>
internal sealed class SampleWorkspace(string folder)
{
    private string ModelPath => Path.Combine(folder, "model.yaml");

    /// <summary>The sample with its leads frozen and its outcomes approved.</summary>
    public static async Task<SampleWorkspace> GuardedAsync(
        string sample,
        string folder,
        CancellationToken cancellationToken
    )
    {
        CopyFolder(SampleFiles.Folder(sample), folder);
        var workspace = new SampleWorkspace(folder);
        var context = workspace.Open();
        (
            await new FreezeLeads(context).ExecuteAsync(replace: true, cancellationToken)
        ).ShouldBeOfType<FreezeOutcome.Frozen>();
        var (run, _) = await workspace.RunAsync(cancellationToken);
        run.Run.Verdict.ShouldBe(Verdict.NoBaseline);
        var accept = new DecisionRequest(
            run.Run.Id,
            DecisionKind.Accept,
            DecisionScope.All,
            [],
            [],
            "tests",
            "the sample as published"
        );
        (await new Decide(context).ExecuteAsync(accept, cancellationToken)).ShouldBeOfType<DecisionOutcome.Recorded>();
        return workspace;
    }

    /// <summary>The same workspace, baseline and all, in another folder.</summary>
    public SampleWorkspace CopyTo(string other)
    {
        CopyFolder(folder, other);
        return new(other);
    }

    public void EditModel(Func<string, string> edit) => File.WriteAllText(ModelPath, edit(File.ReadAllText(ModelPath)));

    public async Task<(RunOutcome.Finished Run, CapturedReport Captured)> RunAsync(CancellationToken cancellationToken)
    {
        var context = Open();
        var captured = new CapturedReport();
        var request = new RunRequest(RunKind.Run, "test", "model.yaml", context.Files.Find(context.Workspace.Model));
        var outcome = await new ExecuteRun(context).ExecuteAsync(request, captured, cancellationToken);
        return (outcome.ShouldBeOfType<RunOutcome.Finished>(), captured);
    }

    private WorkspaceContext Open()
    {
        var files = new FolderWorkspaceFiles(folder);
        var stores = FolderStores.Open(Path.Combine(folder, FolderStores.FolderName));
        stores.Prepare();
        return new(
            ModelTexts.Value(WorkspaceOpening.Read(files)),
            files,
            WorkspaceStores.Of(stores),
            new EngineReplayers(),
            new WorkspaceLeadSources(),
            new TzdbTimeZones(),
            new ScoreGuard.Application.Live.PlatformTargets(_ => null, TimeProvider.System),
            TimeProvider.System
        );
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
