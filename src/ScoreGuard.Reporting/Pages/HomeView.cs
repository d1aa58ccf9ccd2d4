using System.Collections.Immutable;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Pages;

/// <summary>The start page: how every workspace stands.</summary>
public sealed record HomeView(ShellView Shell, IReadOnlyList<WorkspaceCard> Workspaces);

/// <param name="Name">As addresses spell it.</param>
/// <param name="Title">As its people call it.</param>
/// <param name="Own">The name again where the title says something else: two workspaces may be called the same.</param>
/// <param name="Last">The latest run of its own model; null: there was none.</param>
/// <param name="Order">Null for those who may only read.</param>
public sealed record WorkspaceCard(
    string Name,
    string Title,
    string? Own,
    string Href,
    RunLine? Last,
    TrendView? Trend,
    IReadOnlyList<UnderWayLine> UnderWay,
    string? Wrong,
    OrderFormView? Order
)
{
    /// <summary>What somebody has to do before anything can be told of it; null: it could be read.</summary>
    public string? NotRead { get; private init; }

    /// <summary>For a workspace whose store cannot be read.</summary>
    public static WorkspaceCard Unreadable(string name) =>
        new(name, name, null, PageAddress.Workspace(name), null, null, [], null, null)
        {
            NotRead =
                "Its runs cannot be read, so nothing is known of it: that is no pass. The log of the app says which file or "
                + "entity is damaged or refused; restore it from version control or a backup, or use the version of "
                + "ScoreGuard that wrote it. The other workspaces are not touched by it.",
        };

    /// <param name="runs">The latest, newest first.</param>
    /// <param name="decisions">About the latest run of its own model, in their order.</param>
    /// <param name="tickets">Runs that have not ended.</param>
    /// <param name="problems">How much is wrong with its file.</param>
    public static WorkspaceCard Of(
        (string Name, string Title) workspace,
        ImmutableArray<RunRecord> runs,
        IReadOnlyList<Decision> decisions,
        IEnumerable<RunTicket> tickets,
        int problems,
        OrderFormView? order
    ) =>
        new(
            workspace.Name,
            Shown.Name(workspace.Title),
            workspace.Title == workspace.Name ? null : workspace.Name,
            PageAddress.Workspace(workspace.Name),
            runs.FirstOrDefault(run => run.Kind == RunKind.Run) is { } last
                ? RunLine.Of(workspace.Name, last) with
                {
                    Mark = VerdictMark.Of(last, VerdictWords.Of(last, decisions)),
                }
                : null,
            TrendView.Of(workspace.Name, runs),
            [.. tickets.Select(ticket => UnderWayLine.Of(workspace.Name, ticket))],
            problems == 0 ? null
                : problems == 1 ? "Something is wrong with its file"
                : $"{Figures.Count(problems)} things are wrong with its file",
            order
        );
}
