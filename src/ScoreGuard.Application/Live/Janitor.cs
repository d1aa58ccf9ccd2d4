using System.Collections.Immutable;
using System.Globalization;
using ScoreGuard.Application.Runs;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
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

        var cleaned = await CleanOthersAsync("", waits: true, cancellationToken);
        var told = cleaned.Select(replay => replay.Left).OfType<Diagnostic>().ToList();
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

            return new Parsed<JanitorReport>.Ok(
                new(
                    cleaned.Count(replay => replay.Left is null),
                    cleaned.Sum(replay => replay.Removed),
                    records.Length,
                    old.Count,
                    all
                ),
                [.. told]
            );
        }
        catch (TargetFault fault)
        {
            told.Insert(0, LiveProblem.Of(fault).ToDiagnostic(context.Files.DisplayName(Workspace.FileName)));
            return new Parsed<JanitorReport>.Refused([.. told]);
        }
    }

    /// <summary>Forgets what a replay may have left: somebody removed it by hand, or the account is gone.</summary>
    /// <param name="mark">The run's id.</param>
    /// <returns>False: nothing is known of such a run.</returns>
    public async Task<bool> TryForgetAsync(string mark, CancellationToken cancellationToken)
    {
        var known = await context.Stores.Journal.ListAsync(cancellationToken);
        if (!known.Contains(LiveRun.MarkOf(mark), StringComparer.Ordinal))
        {
            return false;
        }

        await context.Stores.Journal.RemoveAsync(LiveRun.MarkOf(mark), cancellationToken);
        return true;
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
    internal async Task<ImmutableArray<CleanedReplay>> CleanOthersAsync(
        string mark,
        bool waits,
        CancellationToken cancellationToken
    )
    {
        var cleaned = ImmutableArray.CreateBuilder<CleanedReplay>();
        // A run on the queue that pauses is at work: its ticket is there until it is recorded.
        var tickets = await context.Stores.Tickets.ListAsync(cancellationToken);
        var working = tickets
            .Select(ticket => LiveRun.MarkOf(ticket.Id))
            .Append(mark)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var other in await context.Stores.Journal.ListAsync(cancellationToken))
        {
            if (!working.Contains(other))
            {
                cleaned.Add(await CleanAsync(other, waits, cancellationToken));
            }
        }

        return cleaned.DrainToImmutable();
    }

    private async Task<CleanedReplay> CleanAsync(string mark, bool waits, CancellationToken cancellationToken)
    {
        var file = context.Files.DisplayName(Workspace.FileName);
        ReplayState? state = null;
        var before = 0;
        try
        {
            var opened = context.Targets.Open(
                context.Workspace.Target,
                CallAccounts.New("janitor", context),
                context.Stores.Ledger
            );
            if (opened is not Parsed<ITarget>.Ok { Value: var target })
            {
                return Cleaned(((Parsed<ITarget>.Refused)opened).Diagnostics[0]);
            }

            var log = await ReplayLog.OpenAsync(context.Stores.Journal, mark, context.Time, cancellationToken);
            state = log.State;
            before = state.OpenRecords.Count();
            var (definition, place) = (context.Workspace.Target, context.Targets.PlaceOf(context.Workspace.Target));
            if (state.Place is { } there && there != place && state.Cases.Any())
            {
                return Cleaned(
                    Warning(
                        file,
                        $"Records of the run {mark} may be left, and lie elsewhere ({there}): point the workspace there once more and run `scoreguard janitor`; or, once they are gone, `scoreguard janitor --forget {mark}`."
                    )
                );
            }

            var left = !state.Cases.Any()
                ? []
                : await LiveReplay.AbandonAsync(definition, target, log, context.Time, waits, cancellationToken);
            if (left.IsEmpty)
            {
                await context.Stores.Journal.RemoveAsync(mark, cancellationToken);
            }

            return Cleaned(Told(file, mark, left).SingleOrDefault());
        }
        catch (TargetFault fault)
        {
            return Cleaned(Warning(file, $"Records of the run {mark} may be left: {fault.Message}"));
        }
        catch (StoreDamage damage)
        {
            return Cleaned(
                Warning(
                    file,
                    $"Records of the run {mark} may be left, and its journal cannot be read: {damage.Message} Delete them on the platform by that mark."
                )
            );
        }

        CleanedReplay Cleaned(Diagnostic? left) => new(left, before - (state?.OpenRecords.Count() ?? 0));
    }

    /// <summary>What is left of a replay, as a warning; none where nothing is.</summary>
    internal static IEnumerable<Diagnostic> Told(string file, string mark, ImmutableArray<string> left) =>
        left.IsEmpty
            ? []
            :
            [
                Warning(
                    file,
                    $"{Counted.Of(left.Length, "record")} of the run {mark} still left: {string.Join(", ", left.Take(10))}."
                ),
            ];

    /// <param name="file">The workspace's, as diagnostics name it.</param>
    internal static Diagnostic Warning(string file, string message) =>
        new(TargetCodes.LeftBehind.Code, Severity.Warning, file, null, "target", message);
}

/// <summary>What became of a replay that had not been cleaned up after.</summary>
/// <param name="Left">What is still left of it, as a warning; null: nothing.</param>
/// <param name="Removed">How many of its records were removed.</param>
internal readonly record struct CleanedReplay(Diagnostic? Left, int Removed);
