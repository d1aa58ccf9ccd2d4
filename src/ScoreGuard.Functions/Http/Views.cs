using System.Collections.Immutable;
using System.Text.Json;
using ScoreGuard.Application.Runs.Queued;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;

namespace ScoreGuard.Functions.Http;

/// <summary>A run as it is told: on its way, or ended.</summary>
/// <param name="Id"><c>WORKSPACE.RUN</c>.</param>
/// <param name="State"><c>waiting</c>, <c>running</c> or <c>ended</c>.</param>
/// <param name="Verdict">Null until it ended.</param>
/// <param name="Progress">Of its parts; null before it started.</param>
internal sealed record RunView(
    string Id,
    string Workspace,
    string Kind,
    string State,
    string? Verdict,
    string Headline,
    string Reason,
    string? StartedAt,
    string? FinishedAt,
    ProgressView? Progress,
    FiguresView? Figures,
    int? BaselineVersion,
    IReadOnlyList<CauseView> Causes,
    IReadOnlyList<DiagnosticView> Diagnostics,
    LinksView Links
)
{
    /// <summary>How far the mail about it has come; null: it is no news, or mail is off. Told of one run only, not in lists.</summary>
    public MailView? Mail { get; init; }

    public static RunView Of(string workspace, RunRecord run) =>
        new(
            RunAddress.Of(workspace, run.Id),
            workspace,
            Word(run.Kind),
            "ended",
            VerdictCode.Of(run.Verdict),
            run.Headline,
            run.Reason,
            run.StartedAt.ToString(),
            run.FinishedAt.ToString(),
            null,
            new(
                run.Figures.Leads,
                run.Figures.Gained,
                run.Figures.Lost,
                run.Figures.ChangedOtherwise,
                run.Figures.Unchanged
            ),
            run.BaselineVersion,
            [.. run.Causes.Select(cause => new CauseView(cause.Id, cause.Digest))],
            DiagnosticView.Of(run.Diagnostics),
            LinksView.Of(RunAddress.Of(workspace, run.Id), ended: true)
        );

    public static RunView Of(string workspace, RunTicket ticket) =>
        new(
            RunAddress.Of(workspace, ticket.Id),
            workspace,
            Word(ticket.Kind),
            ticket.Plan is null ? "waiting" : "running",
            null,
            "",
            ticket.Reason,
            ticket.Plan?.StartedAt.ToString(),
            null,
            ticket.Plan is { } plan ? new(ticket.Parts.Length, plan.Parts) : null,
            null,
            ticket.Plan?.BaselineVersion,
            [],
            ticket.Plan is { } started ? DiagnosticView.Of(started.Diagnostics) : [],
            LinksView.Of(RunAddress.Of(workspace, ticket.Id), ended: false)
        );

    /// <summary>A run as it was ordered just now: it waits, and nothing needs to be read to tell so.</summary>
    public static RunView Ordered(string run, RunOrder order) =>
        new(
            RunAddress.Of(order.Workspace, run),
            order.Workspace,
            Word(order.Candidate is null ? RunKind.Run : RunKind.Preview),
            "waiting",
            null,
            "",
            order.Reason,
            null,
            null,
            null,
            null,
            null,
            [],
            [],
            LinksView.Of(RunAddress.Of(order.Workspace, run), ended: false)
        );

    private static string Word(RunKind kind) => kind == RunKind.Preview ? "preview" : "run";
}

/// <param name="State"><c>pending</c>, <c>sending</c>, <c>sent</c>, <c>uncertain</c> or <c>givenUp</c>.</param>
/// <param name="Said">The same in a sentence, with the reason where it was not sent.</param>
internal sealed record MailView(string State, int Attempts, string Said)
{
    public static MailView Of(MailDelivery mail) =>
        new(JsonNamingPolicy.CamelCase.ConvertName(mail.State.ToString()), mail.Attempts, DeliveryWords.Of(mail));
}

/// <param name="Done">Parts replayed, of <paramref name="Parts"/>.</param>
internal sealed record ProgressView(int Done, int Parts);

/// <summary>Gained + Lost + ChangedOtherwise + Unchanged = Leads.</summary>
internal sealed record FiguresView(long Leads, long Gained, long Lost, long ChangedOtherwise, long Unchanged);

/// <param name="Digest">What a decision on it is bound to.</param>
internal sealed record CauseView(string Id, string Digest);

/// <summary>Addresses relative to the app's own.</summary>
internal sealed record LinksView(string Self, string? Report, string? Csv, string Page)
{
    public static LinksView Of(string id, bool ended) =>
        new(
            $"/api/runs/{id}",
            ended ? $"/api/runs/{id}/report.html" : null,
            ended ? $"/api/runs/{id}/report.csv" : null,
            $"/api/ui/runs/{id}"
        );
}

/// <summary>As in report.json.</summary>
/// <param name="Line">From 1; null where it is about a whole file, or about none.</param>
/// <param name="Column">From 1, with <paramref name="Line"/>.</param>
/// <param name="Path">Within the file: <c>scores.fit.rules[2]</c>.</param>
internal sealed record DiagnosticView(
    string Code,
    string Severity,
    string File,
    int? Line,
    int? Column,
    string Path,
    string Message
)
{
    public static IReadOnlyList<DiagnosticView> Of(ImmutableArray<Diagnostic> diagnostics) =>
        [
            .. diagnostics.Select(diagnostic => new DiagnosticView(
                diagnostic.Code,
                diagnostic.Severity == Domain.Diagnostics.Severity.Error ? "error" : "warning",
                diagnostic.File,
                diagnostic.At?.Line,
                diagnostic.At?.Column,
                diagnostic.Path,
                diagnostic.Message
            )),
        ];
}

/// <param name="Unreadable">Workspaces whose runs are missing in the list, since their stores cannot be read.</param>
internal sealed record RunsView(IReadOnlyList<RunView> Runs, IReadOnlyList<string> Unreadable);

/// <summary>The approved versions of a workspace, the current one first.</summary>
internal sealed record BaselinesView(string Workspace, int? Current, IReadOnlyList<BaselineView> Versions);

internal sealed record BaselineView(
    int Version,
    string Root,
    string ModelHash,
    string LeadSetRoot,
    string EngineVersion,
    string Run,
    string ApprovedBy,
    string ApprovedAt,
    string Reason
)
{
    public static BaselineView Of(Baseline baseline) =>
        new(
            baseline.Version,
            baseline.OutcomesRoot,
            baseline.ModelHash,
            baseline.LeadSetRoot,
            baseline.EngineVersion,
            baseline.Decision.Run,
            baseline.Decision.By,
            baseline.Decision.At.ToString(),
            baseline.Decision.Reason
        );
}

/// <param name="Baseline">The new version; null where the decision made none.</param>
internal sealed record DecisionView(string Decision, string Kind, int? Baseline);

/// <param name="Status"><c>ok</c> or <c>failing</c>.</param>
internal sealed record HealthView(string Status, IReadOnlyList<CheckView> Checks);

/// <param name="Status"><c>ok</c>, <c>failing</c> or <c>not checked</c>: there was nothing to check it with.</param>
internal sealed record CheckView(string Name, string Status);
