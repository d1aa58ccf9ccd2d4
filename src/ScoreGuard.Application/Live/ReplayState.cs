using System.Collections.Immutable;
using System.Text.Json;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Application.Live;

/// <summary>Where a replay stands: its journal, read from the first entry to the last.</summary>
internal sealed class ReplayState
{
    private readonly Dictionary<CaseKey, CaseState> _cases = [];
    private readonly Dictionary<char, Instant> _lookedAt = [];

    /// <summary>How many entries there are.</summary>
    public int Entries { get; private set; }

    public Instant StartedAt { get; private set; }

    /// <summary>What is replayed; null: nothing was started.</summary>
    public string? Identity { get; private set; }

    /// <summary>Where its records lie; see <see cref="ITargets.PlaceOf"/>.</summary>
    public string? Place { get; private set; }

    public bool HasEnded => EndedAt is not null;

    public Instant? EndedAt { get; private set; }

    /// <summary>Why it ended early, as JSON; null: it did not.</summary>
    public string? Problem { get; private set; }

    public bool IsCleaned { get; private set; }

    /// <summary>Records that are known to be left behind, once cleaned.</summary>
    public ImmutableArray<string> Left { get; private set; } = [];

    public IEnumerable<CaseState> Cases => _cases.Values;

    /// <summary>Records that were created and not yet deleted.</summary>
    public IEnumerable<string> OpenRecords =>
        _cases.Values.Where(one => one is { Record: not null, IsDeleted: false }).Select(one => one.Record!);

    /// <summary>Whether records may be there whose ids nobody wrote down.</summary>
    public bool MayHaveUnknownRecords =>
        _cases.Values.Any(one => one is { IsCreating: true, Record: null, Refusal: null });

    public static ReplayState Of(IEnumerable<JournalEntry> entries)
    {
        var state = new ReplayState();
        foreach (var entry in entries)
        {
            state.Add(entry);
        }

        return state;
    }

    /// <summary>When a group was looked at last; null: never.</summary>
    public Instant? FindLook(char group) => _lookedAt.TryGetValue(group, out var at) ? at : null;

    public CaseState? Find(CaseKey key) => _cases.GetValueOrDefault(key);

    /// <summary>The last attempt of a case; null: there was none.</summary>
    public CaseState? FindLast(char group, int index)
    {
        CaseState? last = null;
        for (var attempt = 1; _cases.TryGetValue(new(group, index, attempt), out var found); attempt++)
        {
            last = found;
        }

        return last;
    }

    public void Add(JournalEntry entry)
    {
        Entries++;
        switch (entry.Step)
        {
            case JournalStep.Started:
                StartedAt = entry.At;
                Identity = entry.Items.Single().Text;
                Place = entry.Items.Single().Record;
                break;
            case JournalStep.Ended:
                EndedAt = entry.At;
                Problem = entry.Items.Single().Text;
                break;
            case JournalStep.Cleaned:
                IsCleaned = true;
                Left = [.. entry.Items.Select(item => item.Record!)];
                break;
            case JournalStep.Looked:
                Look(entry);
                break;
            case JournalStep.Deleted:
                var gone = entry.Items.Select(item => item.Record).ToHashSet(StringComparer.Ordinal);
                foreach (var one in _cases.Values.Where(one => gone.Contains(one.Record)))
                {
                    one.IsDeleted = true;
                }

                break;
            default:
                foreach (var item in entry.Items)
                {
                    Apply(entry, item, Case(CaseKey.Parse(item.Case)));
                }

                break;
        }
    }

    private static void Apply(JournalEntry entry, JournalItem item, CaseState one)
    {
        switch (entry.Step)
        {
            case JournalStep.Creating:
                one.IsCreating = true;
                one.Refusal = null;
                break;
            case JournalStep.Created:
                one.Record = item.Record;
                one.Refusal = item.Text;
                break;
            case JournalStep.Signalling:
                one.IsInDoubt = true;
                break;
            case JournalStep.Signalled:
                one.IsInDoubt = false;
                one.Refusal = item.Text;
                one.Signals += item.Text is null ? 1 : 0;
                break;
            case JournalStep.Complete:
                one.CompleteAt = entry.At;
                break;
            default:
                throw new InvalidOperationException($"{entry.Step} is about no single case.");
        }
    }

    /// <summary>The first item names the group that was looked at, the others what differs from the look before.</summary>
    private void Look(JournalEntry entry)
    {
        var group = entry.Items[0].Case[0];
        _lookedAt[group] = entry.At;
        var changed = entry.Items.Skip(1).ToDictionary(item => CaseKey.Parse(item.Case));
        foreach (var one in _cases.Values.Where(one => one.Key.Group == group && one.IsWatched))
        {
            if (changed.TryGetValue(one.Key, out var item))
            {
                one.See(item.Text);
            }
            else if (one.Values is not null)
            {
                one.Same++;
            }
        }
    }

    private CaseState Case(CaseKey key)
    {
        if (!_cases.TryGetValue(key, out var one))
        {
            one = new(key);
            _cases.Add(key, one);
        }

        return one;
    }
}

/// <summary>Where one attempt at one lead stands.</summary>
internal sealed class CaseState(CaseKey key)
{
    public CaseKey Key { get; } = key;

    public bool IsCreating { get; set; }

    public string? Record { get; set; }

    /// <summary>Why the platform would not take it; null: it did, or was not asked.</summary>
    public string? Refusal { get; set; }

    /// <summary>How many signals were sent.</summary>
    public int Signals { get; set; }

    /// <summary>A signal was about to be sent, and nobody knows whether it was.</summary>
    public bool IsInDoubt { get; set; }

    /// <summary>When the last thing happened that was to happen; null: not yet.</summary>
    public Instant? CompleteAt { get; set; }

    public bool IsDeleted { get; set; }

    /// <summary>What was read back last, as JSON; null: nothing yet.</summary>
    public string? Values { get; private set; }

    /// <summary>What was read back before the first signal; null: that was not looked at.</summary>
    public string? Before { get; private set; }

    /// <summary>How many looks in a row agreed with the one before them, itself included.</summary>
    public int Same { get; set; }

    /// <summary>Whether looks are about it.</summary>
    public bool IsWatched => Record is not null && !IsDeleted && !IsInDoubt;

    public void See(string? values)
    {
        if (CompleteAt is null)
        {
            Before = values;
            return;
        }

        Values = values;
        Same = values is null ? 0 : 1;
    }
}

/// <summary>What is read back from a record, as one text: sorted, so that equal texts are equal values.</summary>
internal static class ReadBack
{
    public static string Spell(ImmutableDictionary<string, string?> values, ImmutableArray<string> properties)
    {
        var sorted = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var property in properties)
        {
            sorted[property] = values.GetValueOrDefault(property);
        }

        return JsonSerializer.Serialize(sorted);
    }

    public static ImmutableDictionary<string, string?> Read(string text) =>
        JsonSerializer.Deserialize<Dictionary<string, string?>>(text)!.ToImmutableDictionary(StringComparer.Ordinal);
}
