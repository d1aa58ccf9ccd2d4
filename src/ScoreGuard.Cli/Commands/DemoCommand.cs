using System.CommandLine;
using ScoreGuard.Application.Decisions;
using ScoreGuard.Application.Leads;
using ScoreGuard.Application.Runs;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Cli.Demo;
using ScoreGuard.Cli.Terminals;
using ScoreGuard.Cli.Workspaces;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Cli.Commands;

internal static class DemoCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "Where the demo is played (default: scoreguard-demo).",
            DefaultValueFactory = _ => "scoreguard-demo",
        };
        var command = new Command(
            "demo",
            "Plays the whole story on a sample: baseline, a realistic edit, the drift report."
        )
        {
            folder,
        };
        command.SetAction(
            (parsed, cancellation) => Guarded.RunAsync(() => RunAsync(parsed.GetRequiredValue(folder), cancellation))
        );
        return CommandExamples.Give(command, "scoreguard demo", "scoreguard demo /tmp/try-it");
    }

    private static async Task<int> RunAsync(string folder, CancellationToken cancellationToken)
    {
        var stage = new DemoFolder(folder);
        if (!stage.TryPrepare())
        {
            Screen.Error($"error: {folder} holds something else; name a folder that is empty or does not exist yet.");
            return ExitCodes.BadInput;
        }

        Screen.Line($"1. A workspace with GitLab's published scoring model: {folder}");
        var opened = OpenWorkspace.At(folder, writes: true);
        if (opened is not Parsed<WorkspaceContext>.Ok { Value: var context })
        {
            return JsonOut.Refuse(OpenWorkspace.Wrong(opened), asJson: false);
        }

        if (
            await new FreezeLeads(context).ExecuteAsync(replace: true, cancellationToken)
            is not FreezeOutcome.Frozen frozen
        )
        {
            throw new InvalidOperationException("The sample's leads were refused.");
        }

        Screen.Line($"2. {frozen.Leads.Leads:N0} synthetic leads, frozen.");
        var first = await PlayAsync(context, "First run", null, cancellationToken);
        Screen.Line($"3. First run: {first.Report.Headline}.");
        await ApproveAsync(context, first.Run.Id, cancellationToken);
        Screen.Line("4. Somebody looks at the outcomes and approves them: baseline version 1.");
        var quiet = await PlayAsync(context, "Nightly", null, cancellationToken);
        Screen.Line($"5. The next night: {VerdictWords.Of(quiet.Run.Verdict)}. {quiet.Report.Headline}.");
        stage.EditModel();
        Screen.Line("6. Somebody edits the model:");
        var report = Path.Combine(folder, "report");
        var drifted = await PlayAsync(context, "Nightly", report, cancellationToken);
        foreach (var edit in drifted.Report.Edits)
        {
            Screen.Line($"     {edit.Sentence}");
        }

        Screen.Line($"7. The night after: {VerdictWords.Of(drifted.Run.Verdict)}. {drifted.Report.Headline}.");
        Screen.Line();
        Screen.Line($"The drift report: {Path.GetFullPath(Path.Combine(report, "report.html"))}");
        Screen.Line($"Accept it, cause by cause: scoreguard review latest {CommandText.Argument(folder)}");
        return ExitCodes.Fine;
    }

    private static async Task<RunOutcome.Finished> PlayAsync(
        WorkspaceContext context,
        string reason,
        string? folder,
        CancellationToken cancellationToken
    )
    {
        var model = context.Workspace.Model;
        var request = new RunRequest(RunKind.Run, reason, context.Files.DisplayName(model), context.Files.Find(model));
        var (outcome, _) = await RunStarting.StartAsync(context, request, folder, cancellationToken);
        if (outcome is RunOutcome.Finished { Run.Verdict: not Verdict.Broken } finished)
        {
            return finished;
        }

        RunTelling.Tell(outcome, folder ?? "", context.Files.DisplayName(""), asJson: false);
        throw new InvalidOperationException("The sample could not be run.");
    }

    private static async Task ApproveAsync(WorkspaceContext context, string run, CancellationToken cancellationToken)
    {
        var request = new DecisionRequest(
            run,
            DecisionKind.Accept,
            DecisionScope.All,
            [],
            [],
            "demo",
            "Outcomes checked with Sales"
        );
        if (await new Decide(context).ExecuteAsync(request, cancellationToken) is not DecisionOutcome.Recorded)
        {
            throw new InvalidOperationException("The sample's first outcomes could not be approved.");
        }
    }
}
