using System.Collections.Immutable;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Application.Live;

/// <summary>Removes what killed or failed replays of a workspace left on its platform.</summary>
internal sealed class Janitor(WorkspaceContext context)
{
    /// <summary>Ends and cleans up after every replay but one.</summary>
    /// <param name="mark">Of the run that is under way.</param>
    /// <returns>What is still left, as warnings.</returns>
    public async Task<ImmutableArray<Diagnostic>> CleanOthersAsync(string mark, CancellationToken cancellationToken)
    {
        var told = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var other in await context.Stores.Journal.ListAsync(cancellationToken))
        {
            if (other != mark && await CleanAsync(other, cancellationToken) is { } diagnostic)
            {
                told.Add(diagnostic);
            }
        }

        return told.DrainToImmutable();
    }

    /// <returns>What is left of a replay, as a warning; null: nothing.</returns>
    private async Task<Diagnostic?> CleanAsync(string mark, CancellationToken cancellationToken)
    {
        var file = context.Files.DisplayName(Workspace.FileName);
        try
        {
            var opened = context.Targets.Open(context.Workspace.Target, mark, context.Stores.Ledger);
            if (opened is not Parsed<ITarget>.Ok { Value: var target })
            {
                return ((Parsed<ITarget>.Refused)opened).Diagnostics[0];
            }

            var log = await ReplayLog.OpenAsync(context.Stores.Journal, mark, context.Time, cancellationToken);
            var left =
                log.State.Entries == 0
                    ? []
                    : await LiveReplay.AbandonAsync(
                        context.Workspace.Target,
                        target,
                        log,
                        context.Time,
                        cancellationToken
                    );
            if (left.IsEmpty)
            {
                await context.Stores.Journal.RemoveAsync(mark, cancellationToken);
                return null;
            }

            return Warning(
                file,
                $"{left.Length} records of the run {mark} are still left: {string.Join(", ", left.Take(10))}."
            );
        }
        catch (TargetFault fault)
        {
            return Warning(file, $"Records of the run {mark} may be left: {fault.Message}");
        }
    }

    private static Diagnostic Warning(string file, string message) =>
        new(TargetCodes.LeftBehind.Code, Severity.Warning, file, null, "target", message);
}
