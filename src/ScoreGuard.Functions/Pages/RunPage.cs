using System.Collections.Immutable;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Functions.Http;
using ScoreGuard.Reporting;
using ScoreGuard.Reporting.Json;
using ScoreGuard.Reporting.Pages;

namespace ScoreGuard.Functions.Pages;

/// <summary>One run: how far it is, or what came of it.</summary>
internal static class RunPage
{
    private static readonly TimeSpan RefreshEvery = TimeSpan.FromSeconds(3);

    public static async Task<IResult> ShowAsync(string id, HttpContext context, RunReading runs)
    {
        var stop = context.RequestAborted;
        if (
            RunAddress.Parse(id) is not { } address
            || await runs.FindWorkspaceAsync(address.Workspace, stop) is not { } workspace
        )
        {
            return PageAnswers.UnknownRun(context);
        }

        // In the order, and by the rule, of RunReading.
        if (await workspace.Tickets.FindAsync(address.Run, stop) is { } ticket)
        {
            return UnderWay(context, workspace, ticket.Ticket);
        }

        return await workspace.Context.Stores.Runs.FindAsync(address.Run, stop) is { } run
            ? await EndedAsync(context, workspace, run, StatusCodes.Status200OK, null, [])
            : PageAnswers.UnknownRun(context);
    }

    /// <param name="refused">The decision that was refused just now; null: none was.</param>
    /// <param name="diagnostics">Why.</param>
    /// <param name="missing">What was not filled in; null: nothing.</param>
    public static async Task<IResult> EndedAsync(
        HttpContext context,
        ServedWorkspace workspace,
        RunRecord run,
        int status,
        DecisionEntry? refused,
        ImmutableArray<Diagnostic> diagnostics,
        string? missing = null
    )
    {
        var stop = context.RequestAborted;
        var (name, stores) = (workspace.Name, workspace.Context.Stores);
        var told = await TellCausesAsync(workspace, run, stop);
        var causes = CauseLine.Of(
            run.Causes,
            told ?? new Dictionary<string, ReportedCause>(StringComparer.Ordinal),
            run.Kind == RunKind.Preview,
            refused?.Causes ?? []
        );
        var baselines = await stores.Baselines.ListAsync(stop);
        var form = DecideForms.For(context, name, run, baselines, causes, refused);
        var decisions = await RunDecisions.ListAsync(stores.Runs, run, baselines, stop);
        var head = RunHead.Of(run, [.. decisions.Select(made => made.Decision)]);
        if (await workspace.Notifications.FindAsync(run.Id, stop) is { } mail)
        {
            head = head with { Facts = [.. head.Facts, new("Mail", DeliveryWords.Of(mail.Delivery))] };
        }

        var hasOutcomes = await HasOutcomesAsync(workspace, run, stop);
        var title = refused is null ? head.Headline : $"Not recorded – {head.Headline}";
        return new PageResult(
            status,
            UiPages.Of(
                new RunPageView(
                    Shell(context, workspace, title),
                    head,
                    missing,
                    ProblemList.Of(diagnostics),
                    causes,
                    form.Form,
                    form.None,
                    [.. decisions.Select(made => DecisionLine.Of(made.Decision, made.Version))],
                    ProblemList.Of(run.Diagnostics),
                    told is null ? [] : FilesOf(name, run.Id, hasOutcomes)
                )
            )
        );
    }

    private static PageResult UnderWay(HttpContext context, ServedWorkspace workspace, RunTicket ticket)
    {
        var line = UnderWayLine.Of(workspace.Name, ticket);
        var shell = Shell(context, workspace, $"{line.Kind} under way").RefreshedEvery(RefreshEvery);
        return new(StatusCodes.Status200OK, UiPages.Of(new UnderWayView(shell, line, line.Href)));
    }

    private static ShellView Shell(HttpContext context, ServedWorkspace workspace, string title) =>
        Shells.Of(
            context,
            title,
            new LinkView(workspace.Context.Workspace.Name, PageAddress.Workspace(workspace.Name))
        );

    /// <summary>Null: the run's report is not kept here, as that of a run which somebody started at a terminal.</summary>
    private static async Task<IReadOnlyDictionary<string, ReportedCause>?> TellCausesAsync(
        ServedWorkspace workspace,
        RunRecord run,
        CancellationToken stop
    )
    {
        await using var report = await workspace.Files.FindAsync(run.Id, ReportFiles.Json.Name, stop);
        return report is null ? null : await ReportedCauses.ReadAsync(report, stop);
    }

    private static async Task<bool> HasOutcomesAsync(ServedWorkspace workspace, RunRecord run, CancellationToken stop)
    {
        await using var outcomes = await workspace.Files.FindAsync(run.Id, ReportFiles.OutcomesCsvName, stop);
        return outcomes is not null;
    }

    private static IReadOnlyList<FileLine> FilesOf(string workspace, string run, bool hasOutcomes)
    {
        return
        [
            Line(ReportFiles.Html.Name, "to read and to print"),
            Line(ReportFiles.DriftCsvName, "every changed lead, for a spreadsheet"),
            .. hasOutcomes
                ? new[] { Line(ReportFiles.OutcomesCsvName, "what became of every lead, for a spreadsheet") }
                : [],
            Line(ReportFiles.Json.Name, "for programs"),
            Line(ReportFiles.Markdown.Name, "for a chat or a ticket"),
            Line(ReportFiles.JUnit.Name, "for a build server"),
        ];

        FileLine Line(string file, string what) => new(file, PageAddress.File(workspace, run, file), what);
    }
}
