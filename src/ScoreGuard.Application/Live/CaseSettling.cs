using System.Collections.Immutable;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Application.Live;

/// <summary>Looks at records until what the platform says about them stays the same. No platform says when it is done.</summary>
internal sealed class CaseSettling(ITarget target, TargetDefinition definition, ReplayLog log, Patience patience)
{
    private const int Named = 5;

    private readonly ImmutableArray<string> _properties = definition.Outcome.Properties();
    private readonly ReplayDiscipline _discipline = definition.Discipline;

    /// <exception cref="LiveStop">The deadline passed: not settled, which says nothing about drift.</exception>
    public async Task SettleAsync(char group, Func<int, string> leadOf, CancellationToken cancellationToken)
    {
        while (true)
        {
            var open = Watched(group).Where(one => !IsSettled(one)).ToList();
            if (open.Count == 0)
            {
                return;
            }

            var complete = open.Max(one => one.CompleteAt!.Value);
            if (log.Since(complete) > _discipline.Deadline && log.State.FindLook(group) > complete)
            {
                throw new LiveStop(NotSettled(open, leadOf));
            }

            await patience.WaitAsync(UntilDue(group, complete), cancellationToken);
            await LookAsync(group, open, cancellationToken);
        }
    }

    /// <summary>Counted from what was written down, so that a step that begins in between waits no longer.</summary>
    private TimeSpan UntilDue(char group, Instant complete)
    {
        var first = (_discipline.Wait ?? target.Capabilities.MinimumWait) - log.Since(complete);
        var next = log.State.FindLook(group) is { } look ? _discipline.Every - log.Since(look) : TimeSpan.Zero;
        return first > next ? first : next;
    }

    /// <summary>Looks once, at all of a group.</summary>
    public Task LookAsync(char group, CancellationToken cancellationToken) =>
        LookAsync(group, [.. Watched(group)], cancellationToken);

    private async Task LookAsync(char group, List<CaseState> cases, CancellationToken cancellationToken)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var batch in cases.Chunk(target.Capabilities.BatchSize))
        {
            var records = batch.Select(one => one.Record!).ToImmutableArray();
            foreach (var observation in await target.ObserveAsync(records, cancellationToken))
            {
                seen[observation.Record] = ReadBack.Spell(observation.Values, _properties);
            }
        }

        List<JournalItem> items = [new($"{group}", null, null)];
        foreach (var one in cases)
        {
            var now = seen.GetValueOrDefault(one.Record!);
            if (now != one.Values || one.CompleteAt is null)
            {
                items.Add(new(one.Key.ToString(), one.Record, now));
            }
        }

        await log.WriteAsync(JournalStep.Looked, items, cancellationToken);
    }

    private IEnumerable<CaseState> Watched(char group) =>
        log.State.Cases.Where(one => one.Key.Group == group && one.IsWatched);

    private bool IsSettled(CaseState one) =>
        one.CompleteAt is not null
        && one.Values is { } values
        && one.Same >= _discipline.Unchanged
        && IsComplete(values);

    private bool IsComplete(string values)
    {
        if (definition.Outcome.Expected.IsEmpty)
        {
            return true;
        }

        var read = ReadBack.Read(values);
        return definition.Outcome.Expected.All(name => !string.IsNullOrWhiteSpace(read.GetValueOrDefault(name)));
    }

    private LiveProblem NotSettled(List<CaseState> open, Func<int, string> leadOf) =>
        LiveProblem.Of(
            TargetCodes.NotSettled,
            $"{Counted.Of(open.Count, "lead")} did not settle within {_discipline.Deadline.TotalMinutes:0} minutes: {string.Join(", ", open.Take(Named).Select(one => leadOf(one.Key.Index)))}{(open.Count > Named ? ", …" : "")}. {Why(open)} Nothing can be said about them, least of all that they drifted."
        );

    private string Why(List<CaseState> open)
    {
        var empty = definition
            .Outcome.Expected.Where(name =>
                open.TrueForAll(one =>
                    one.Values is not { } values
                    || string.IsNullOrWhiteSpace(ReadBack.Read(values).GetValueOrDefault(name))
                )
            )
            .ToList();
        return open.Exists(one => one.Values is null) ? $"{target.Capabilities.Platform} does not show them."
            : empty.Count > 0
                ? $"{string.Join(", ", empty.Select(Quote.Code))} got no value in any of them: see `outcome.expect`."
            : "What is read back went on changing.";
    }
}
