using System.Collections.Immutable;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Pages;

/// <summary>The start page: how every workspace stands.</summary>
public sealed record HomeView(ShellView Shell, IReadOnlyList<WorkspaceCard> Workspaces);

/// <param name="Name">As addresses spell it.</param>
/// <param name="Title">As its people call it.</param>
/// <param name="Last">The latest run of its own model; null: there was none.</param>
/// <param name="Order">Null for those who may only read.</param>
public sealed record WorkspaceCard(
    string Name,
    string Title,
    string Href,
    RunLine? Last,
    TrendView? Trend,
    IReadOnlyList<UnderWayLine> UnderWay,
    string? Wrong,
    OrderFormView? Order
)
{
    /// <param name="runs">The latest, newest first.</param>
    /// <param name="tickets">Runs that have not ended.</param>
    /// <param name="problems">How much is wrong with its file.</param>
    public static WorkspaceCard Of(
        (string Name, string Title) workspace,
        ImmutableArray<RunRecord> runs,
        IEnumerable<RunTicket> tickets,
        int problems,
        OrderFormView? order
    ) =>
        new(
            workspace.Name,
            Shown.Name(workspace.Title),
            PageAddress.Workspace(workspace.Name),
            runs.FirstOrDefault(run => run.Kind == RunKind.Run) is { } last ? RunLine.Of(workspace.Name, last) : null,
            TrendView.Of(workspace.Name, runs),
            [.. tickets.Select(ticket => UnderWayLine.Of(workspace.Name, ticket))],
            problems == 0 ? null
                : problems == 1 ? "Something is wrong with its file"
                : $"{Figures.Count(problems)} things are wrong with its file",
            order
        );
}
