using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Application.Live;

/// <summary>
/// A replay into a live platform: a canary that proves that nothing reaches people and that the platform scores at all, the
/// population, a second look at what drifted, and the clean-up. Everything it does stands in its journal first, so it may be
/// run again by whoever finds it, from wherever it was left.
/// </summary>
/// <param name="openTarget">The platform, with so many calls kept back from its budgets.</param>
/// <param name="isDrifted">Whether an outcome differs from the approved one.</param>
internal sealed class LiveReplay(
    TargetDefinition definition,
    LivePopulation population,
    Func<int, ITarget> openTarget,
    Func<LiveCase, ReadOnlyMemory<byte>, bool> isDrifted
)
{
    private const int NoIndex = 0;

    /// <summary>A record that was created a moment ago may not be readable yet.</summary>
    private const int Looks = 8;

    /// <summary>Of leads before <c>asOf</c>, for what platforms do not tell the time of.</summary>
    public required Instant AsOf { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>See <see cref="ITargets.PlaceOf"/>.</summary>
    public required string Place { get; init; }

    /// <exception cref="ReplayPaused">The step is over; run it again later.</exception>
    /// <exception cref="ReplayTaken">Somebody else goes on with it.</exception>
    /// <exception cref="TargetFault">It could not be cleaned up after; run it again later.</exception>
    public async Task<LiveResult> RunAsync(
        IReplayJournal journal,
        string mark,
        DateTimeOffset? until,
        CancellationToken cancellationToken
    )
    {
        var log = await ReplayLog.OpenAsync(journal, mark, Time, cancellationToken);
        if (log.State.Identity is null)
        {
            await log.WriteAsync(
                JournalStep.Started,
                [new JournalItem("", Place, population.Identity)],
                cancellationToken
            );
        }
        else if (log.State.Identity != population.Identity)
        {
            throw new InvalidOperationException("A replay goes on only with the leads and the target it began with.");
        }

        var patience = new Patience(Time, until);
        if (!log.State.HasEnded)
        {
            var problem = await ReplayAsync(log, patience, cancellationToken);
            await log.WriteAsync(JournalStep.Ended, [new JournalItem("", null, problem?.Spell())], cancellationToken);
        }

        await new CleanUpAfter(openTarget(0), definition, log, patience).CleanAsync(cancellationToken);
        return Result(log.State);
    }

    /// <summary>Ends and cleans up whatever was begun under a mark.</summary>
    /// <returns>Records that are left behind.</returns>
    public static async Task<ImmutableArray<string>> AbandonAsync(
        TargetDefinition definition,
        ITarget target,
        ReplayLog log,
        TimeProvider time,
        bool waits,
        CancellationToken cancellationToken
    )
    {
        if (!log.State.HasEnded)
        {
            var problem = LiveProblem.Of(TargetCodes.Unreachable, "It was abandoned.");
            await log.WriteAsync(JournalStep.Ended, [new JournalItem("", null, problem.Spell())], cancellationToken);
        }

        await new CleanUpAfter(target, definition, log, new Patience(time, null), waits).CleanAsync(cancellationToken);
        return log.State.Left;
    }

    /// <summary>Calls that cleaning up takes, twice over, so that a spent budget leaves nothing behind.</summary>
    public static int CallsKeptBack(ITarget target, int records)
    {
        var looks = target.Plan(new(records, [], 1)).Sum(calls => calls.Calls);
        return 2 * (looks + 10);
    }

    /// <returns>Why it cannot be judged; null: it can.</returns>
    private async Task<LiveProblem?> ReplayAsync(ReplayLog log, Patience patience, CancellationToken cancellationToken)
    {
        try
        {
            var records = population.Cases.Length + definition.Discipline.Confirm + 1;
            var target = openTarget(CallsKeptBack(openTarget(0), records));
            var bringing = new CaseBringing(target, definition, log, patience);
            var settling = new CaseSettling(target, definition, log, patience);
            if (!log.State.Cases.Any())
            {
                // Who may not even read, or names the mark's property wrongly, is told before there is anything to take out.
                _ = await target.ListAsync(log.Mark, cancellationToken);
            }

            await ProveAsync(target, (bringing, settling), log, patience, cancellationToken);
            await BringAsync(CaseKey.Population, [.. Enumerable.Range(0, population.Cases.Length)]);
            await BringAsync(CaseKey.Confirmation, Drifted(log.State));
            // What cannot be spelled as an outcome has to be told before the replay ends.
            _ = Lines(log.State);
            return await FindBreachAsync(target, log, cancellationToken);

            async Task BringAsync(char group, ImmutableArray<int> places)
            {
                if (!places.IsEmpty)
                {
                    var leads = places.Select(place => (place, population.Cases[place])).ToImmutableArray();
                    await bringing.BringAsync(group, leads, null, cancellationToken);
                    await settling.SettleAsync(group, index => population.Cases[index].Lead, cancellationToken);
                }
            }
        }
        catch (LiveStop stop)
        {
            return stop.Problem;
        }
        catch (TargetFault fault)
        {
            return LiveProblem.Of(fault);
        }
    }

    /// <summary>One lead goes first: it must reach nobody, and its score must move.</summary>
    private async Task ProveAsync(
        ITarget target,
        (CaseBringing Bringing, CaseSettling Settling) steps,
        ReplayLog log,
        Patience patience,
        CancellationToken cancellationToken
    )
    {
        var (bringing, settling) = steps;
        var canary = population.Cases[population.Canary];
        await bringing.BringAsync(
            CaseKey.Canary,
            [(NoIndex, canary)],
            stop => SeeBeforeAsync(settling, log, patience, stop),
            cancellationToken
        );
        if (await FindBreachAsync(target, log, cancellationToken) is { } early)
        {
            throw new LiveStop(early);
        }

        await settling.SettleAsync(CaseKey.Canary, _ => canary.Lead, cancellationToken);
        if (await FindBreachAsync(target, log, cancellationToken) is { } breach)
        {
            throw new LiveStop(breach);
        }

        if (!HasMoved(log.State.FindLast(CaseKey.Canary, NoIndex)!))
        {
            throw new LiveStop(
                LiveProblem.Of(
                    TargetCodes.CanaryStill,
                    $"{Watched()} of lead {canary.Lead}, which goes first{(canary.Signals.IsEmpty ? " and has no activity" : "")}, did not move. Either {target.Capabilities.Platform} does not score, or leaves synthetic records out, or nothing in this lead scores; then name another in `target.canary.lead`. Nothing else was replayed."
                )
            );
        }
    }

    /// <summary>What the canary's score was before anything happened to it, once the platform shows the record at all.</summary>
    private static async Task SeeBeforeAsync(
        CaseSettling settling,
        ReplayLog log,
        Patience patience,
        CancellationToken cancellationToken
    )
    {
        for (var look = 0; look < Looks; look++)
        {
            await settling.LookAsync(CaseKey.Canary, cancellationToken);
            if (log.State.FindLast(CaseKey.Canary, NoIndex)!.Before is not null)
            {
                return;
            }

            await patience.RestAsync(TimeSpan.FromSeconds(15), cancellationToken);
        }

        throw new LiveStop(
            LiveProblem.Of(TargetCodes.CanaryStill, "The canary was created and cannot be seen on the platform.")
        );
    }

    private static async Task<LiveProblem?> FindBreachAsync(
        ITarget target,
        ReplayLog log,
        CancellationToken cancellationToken
    )
    {
        var record = log.State.FindLast(CaseKey.Canary, NoIndex)!.Record!;
        var breaches = await target.FindBreachesAsync(record, cancellationToken);
        return breaches.IsEmpty
            ? null
            : LiveProblem.Of(
                TargetCodes.NotSuppressed,
                $"Record {record} of {target.Capabilities.Platform} is synthetic and {string.Join("; ", breaches)}."
            );
    }

    /// <summary>The properties of which one has to move, as the platform calls them.</summary>
    private string Watched()
    {
        var scores = Scores().Select(score => Quote.Code(score.Theirs)).ToList();
        return scores.Count == 0 ? "What is read back" : string.Join(" and ", scores);
    }

    private IEnumerable<FieldMapping> Scores() =>
        definition.Outcome.Scores.Where(score =>
            definition.Discipline.CanaryScore is not { } wanted || wanted == score.Ours
        );

    private bool HasMoved(CaseState canary)
    {
        var after = ReadBack.Read(canary.Values!);
        if (definition.Outcome.Scores.IsEmpty)
        {
            return canary.Values != canary.Before;
        }

        var before = canary.Before is { } text ? ReadBack.Read(text) : after.Clear();
        return Scores()
            .Any(score => Number(after, score.Theirs) is { } now && now != (Number(before, score.Theirs) ?? 0));
    }

    private static decimal? Number(ImmutableDictionary<string, string?> values, string property) =>
        decimal.TryParse(
            values.GetValueOrDefault(property),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    /// <summary>The first of those that drifted, as many as are looked at twice.</summary>
    private ImmutableArray<int> Drifted(ReplayState state) =>
        [
            .. Enumerable
                .Range(0, population.Cases.Length)
                .Where(place => IsDrifted(state, CaseKey.Population, place))
                .Take(definition.Discipline.Confirm),
        ];

    private bool IsDrifted(ReplayState state, char group, int place) =>
        isDrifted(population.Cases[place], Line(state.FindLast(group, place)!, place));

    private ReadOnlyMemory<byte> Line(CaseState one, int place)
    {
        var line = new ArrayBufferWriter<byte>();
        try
        {
            var outcome = new LiveOutcome(definition.Outcome, AsOf).Of(
                population.Cases[place].Lead,
                ReadBack.Read(one.Values!)
            );
            OutcomeSpelling.Write(outcome, line);
        }
        catch (FormatException wrong)
        {
            throw new LiveStop(
                LiveProblem.Of(
                    TargetCodes.Unintelligible,
                    $"Lead {population.Cases[place].Lead}: {wrong.Message}. Map a property that holds numbers."
                )
            );
        }

        return line.WrittenMemory;
    }

    private LiveResult Result(ReplayState state)
    {
        if (LiveProblem.Read(state.Problem) is { } problem)
        {
            return new([], problem, state.Left, [], 0);
        }

        var lines = Lines(state);
        var passing = Enumerable
            .Range(0, lines.Length)
            .Count(place =>
                state.FindLast(CaseKey.Confirmation, place) is not null
                && !isDrifted(population.Cases[place], lines[place])
            );
        return new(lines, null, state.Left, Empty(state), passing);
    }

    private ImmutableArray<string> Empty(ReplayState state)
    {
        var empty = definition.Outcome.Properties().ToList();
        for (var place = 0; place < population.Cases.Length && empty.Count > 0; place++)
        {
            var values = ReadBack.Read(state.FindLast(CaseKey.Population, place)!.Values!);
            empty.RemoveAll(name => !string.IsNullOrWhiteSpace(values.GetValueOrDefault(name)));
        }

        return [.. empty];
    }

    /// <summary>The second look counts, where there was one.</summary>
    private ImmutableArray<ReadOnlyMemory<byte>> Lines(ReplayState state) =>
        [
            .. Enumerable
                .Range(0, population.Cases.Length)
                .Select(place =>
                    Line(
                        state.FindLast(CaseKey.Confirmation, place) ?? state.FindLast(CaseKey.Population, place)!,
                        place
                    )
                ),
        ];
}
