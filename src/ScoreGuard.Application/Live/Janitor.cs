using System.Collections.Immutable;
using System.Globalization;
using ScoreGuard.Application.Runs;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Application.Live;

/// <summary>Removes what killed or failed replays of a workspace left on its platform.</summary>
public sealed class Janitor(WorkspaceContext context)
{
    /// <summary>How old synthetic records have to be to be taken for forgotten: another workspace may be at work.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    /// <summary>Removes what this workspace's replays left, and on demand every synthetic record that is older than a day.</summary>
    /// <param name="all">Also records that no journal of this workspace knows.</param>
    public async Task<Parsed<JanitorReport>> ExecuteAsync(bool all, CancellationToken cancellationToken)
    {
        var held = ImmutableArray.CreateBuilder<Diagnostic>();
        using var gate = await RunLocking.TryAsync(context, "janitor", held.Add, cancellationToken);
        if (gate is null)
        {
            return new Parsed<JanitorReport>.Refused(held.ToImmutable());
        }

        cancellationToken = gate.Stop;
        var opened = context.Targets.Open(
            context.Workspace.Target,
            CallAccounts.New("janitor", context),
            context.Stores.Ledger
        );
        if (opened is not Parsed<ITarget>.Ok { Value: var target })
        {
            return new Parsed<JanitorReport>.Refused(((Parsed<ITarget>.Refused)opened).Diagnostics);
        }

        var replays = (await context.Stores.Journal.ListAsync(cancellationToken)).Length;
        var told = (await CleanOthersAsync("", waits: true, cancellationToken)).ToBuilder();
        try
        {
            var file = context.Files.DisplayName(Workspace.FileName);
            var records = await target.ListAsync(null, cancellationToken);
            var old = records.Where(record => IsForgotten(record.Run)).Select(record => record.Record).ToList();
            if (all)
            {
                foreach (var batch in old.Chunk(target.Capabilities.BatchSize))
                {
                    await target.DeleteAsync([.. batch], cancellationToken);
                    var kept = await target.ObserveAsync([.. batch], cancellationToken);
                    told.AddRange(Told(file, "of others", [.. kept.Select(one => one.Record)]));
                }
            }

            return new Parsed<JanitorReport>.Ok(new(replays, records.Length, old.Count, all), told.ToImmutable());
        }
        catch (TargetFault fault)
        {
            told.Insert(0, LiveProblem.Of(fault).ToDiagnostic(context.Files.DisplayName(Workspace.FileName)));
            return new Parsed<JanitorReport>.Refused(told.ToImmutable());
        }
    }

    /// <summary>A mark holds the instant at which its replay began.</summary>
    private bool IsForgotten(string mark) =>
        DateTimeOffset.TryParseExact(
            mark[(mark.StartsWith("fidelity-", StringComparison.Ordinal) ? "fidelity-".Length : 0)..].Split('-')[0],
            "yyyyMMdd't'HHmmssfff'z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var began
        )
        && context.Time.GetUtcNow() - began > Forgotten;

    /// <summary>Ends and cleans up after every replay but one.</summary>
    /// <param name="mark">Of the run that is under way.</param>
    /// <param name="waits">Whether it may take minutes.</param>
    /// <returns>What is still left, as warnings.</returns>
    internal async Task<ImmutableArray<Diagnostic>> CleanOthersAsync(
        string mark,
        bool waits,
        CancellationToken cancellationToken
    )
    {
        var told = ImmutableArray.CreateBuilder<Diagnostic>();
        // A run on the queue that pauses is at work: its ticket is there until it is recorded.
        var tickets = await context.Stores.Tickets.ListAsync(cancellationToken);
        var working = tickets
            .Select(ticket => LiveRun.MarkOf(ticket.Id))
            .Append(mark)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var other in await context.Stores.Journal.ListAsync(cancellationToken))
        {
            if (!working.Contains(other) && await CleanAsync(other, waits, cancellationToken) is { } diagnostic)
            {
                told.Add(diagnostic);
            }
        }

        return told.DrainToImmutable();
    }

    /// <returns>What is left of a replay, as a warning; null: nothing.</returns>
    private async Task<Diagnostic?> CleanAsync(string mark, bool waits, CancellationToken cancellationToken)
    {
        var file = context.Files.DisplayName(Workspace.FileName);
        try
        {
            var opened = context.Targets.Open(
                context.Workspace.Target,
                CallAccounts.New("janitor", context),
                context.Stores.Ledger
            );
            if (opened is not Parsed<ITarget>.Ok { Value: var target })
            {
                return ((Parsed<ITarget>.Refused)opened).Diagnostics[0];
            }

            var log = await ReplayLog.OpenAsync(context.Stores.Journal, mark, context.Time, cancellationToken);
            var (definition, place) = (context.Workspace.Target, context.Targets.PlaceOf(context.Workspace.Target));
            if (log.State.Place is { } there && there != place)
            {
                return Warning(
                    file,
                    $"Records of the run {mark} may be left, and lie elsewhere ({there}): point the workspace there once more and run `scoreguard janitor`."
                );
            }

            var left =
                log.State.Entries == 0
                    ? []
                    : await LiveReplay.AbandonAsync(definition, target, log, context.Time, waits, cancellationToken);
            if (left.IsEmpty)
            {
                await context.Stores.Journal.RemoveAsync(mark, cancellationToken);
                return null;
            }

            return Told(file, mark, left).Single();
        }
        catch (TargetFault fault)
        {
            return Warning(file, $"Records of the run {mark} may be left: {fault.Message}");
        }
        catch (StoreDamage damage)
        {
            return Warning(
                file,
                $"Records of the run {mark} may be left, and its journal cannot be read: {damage.Message} Delete them on the platform by that mark."
            );
        }
    }

    /// <summary>What is left of a replay, as a warning; none where nothing is.</summary>
    internal static IEnumerable<Diagnostic> Told(string file, string mark, ImmutableArray<string> left) =>
        left.IsEmpty
            ? []
            :
            [
                Warning(
                    file,
                    $"{left.Length} records of the run {mark} are still left: {string.Join(", ", left.Take(10))}."
                ),
            ];

    /// <param name="file">The workspace's, as diagnostics name it.</param>
    internal static Diagnostic Warning(string file, string message) =>
        new(TargetCodes.LeftBehind.Code, Severity.Warning, file, null, "target", message);
}
