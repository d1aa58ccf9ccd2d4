using System.Collections.Immutable;
using System.Diagnostics;
using ScoreGuard.Application.Decisions;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Functions.Access;
using ScoreGuard.Functions.Http;
using ScoreGuard.Functions.Observing;
using ScoreGuard.Reporting.Pages;

namespace ScoreGuard.Functions.Pages;

/// <summary>Lets somebody at a page accept or reject a run.</summary>
internal static class DecideForms
{
    /// <returns>The form, or why there is none; neither for those who may only read, or where nothing moved.</returns>
    public static (DecideFormView? Form, string? None) For(
        HttpContext context,
        string workspace,
        RunRecord run,
        ImmutableArray<Baseline> baselines,
        IReadOnlyList<CauseLine> causes,
        DecisionEntry? entered
    )
    {
        if (context.Caller().Level != Level.Operate || !Decidable.IsDecidable(run))
        {
            return (null, null);
        }

        var current = baselines.IsEmpty ? null : baselines[^1];
        if (current?.Version != run.BaselineVersion)
        {
            return (
                null,
                run.BaselineVersion is { } then
                    ? $"This run was compared with baseline version {then}, and current is version {current?.Version}. To decide, order a new run."
                    : $"A baseline was approved since: version {current?.Version}. To decide, order a new run."
            );
        }

        var preview = run.Kind == RunKind.Preview;
        return (
            new(
                PageAddress.Decisions(workspace, run.Id),
                FormToken.For(context),
                preview ? "These outcomes are what we want: once they are live, they become the baseline by themselves."
                    : current is null ? "These outcomes are as they should be: they become the first baseline."
                    : "The outcomes are as they should be: they become the new baseline.",
                preview
                    ? "The candidate is not to go live. Nothing changes."
                    : "The outcomes are wrong: the baseline stays, and somebody has to undo what moved them.",
                Decidable.MayBeSplit(run) ? causes : [],
                context.Caller().Name,
                entered?.ToView() ?? DecisionEntered.Nothing
            ),
            null
        );
    }

    public static async Task<IResult> DecideAsync(
        string id,
        HttpContext context,
        IWorkspaces workspaces,
        ILogger<Decide> log
    )
    {
        var stop = context.RequestAborted;
        if (
            RunAddress.Parse(id) is not { } address
            || await workspaces.FindAsync(address.Workspace, stop) is not { } workspace
            || await workspace.Context.Stores.Runs.FindAsync(address.Run, stop) is not { } run
        )
        {
            return PageAnswers.UnknownRun(context);
        }

        var entry = DecisionEntry.Read(context);
        if (entry.Wrong is { } wrong)
        {
            return await RunPage.EndedAsync(context, workspace, run, StatusCodes.Status400BadRequest, entry, [], wrong);
        }

        switch (await new Decide(workspace.Context).ExecuteAsync(entry.ToRequest(run.Id), stop))
        {
            case DecisionOutcome.Recorded made:
                Events.Decided(log, address.Workspace, address.Run, made.Decision.Id, made.Baseline?.Version);
                return new SeeOther(PageAddress.Run(address.Workspace, address.Run));
            case DecisionOutcome.Refused refused:
                return await RunPage.EndedAsync(
                    context,
                    workspace,
                    run,
                    StatusCodes.Status409Conflict,
                    entry,
                    refused.Diagnostics
                );
            default:
                throw new UnreachableException();
        }
    }
}
