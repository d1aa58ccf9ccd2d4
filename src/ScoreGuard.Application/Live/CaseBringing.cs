using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Application.Live;

/// <summary>Puts leads into a platform and lets them act, each once, however often the process dies in between.</summary>
internal sealed class CaseBringing(ITarget target, TargetDefinition definition, ReplayLog log, Patience patience)
{
    /// <summary>A lead whose signal was in doubt that often will not get through.</summary>
    private const int Attempts = 5;

    /// <summary>How often single refusals are tried again: some are of the moment.</summary>
    private const int Tries = 4;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(15);

    /// <summary>Brings the cases of a group to where nothing more happens to them.</summary>
    /// <param name="look">Looks at records before their first signal; null: nobody wants to know.</param>
    /// <exception cref="LiveStop">The platform refuses a lead.</exception>
    public async Task BringAsync(
        char group,
        ImmutableArray<(int Index, LiveCase Lead)> leads,
        Func<CancellationToken, Task>? look,
        CancellationToken cancellationToken
    )
    {
        var cases = leads.ToDictionary(lead => Current(group, lead.Index), lead => lead.Lead);
        await CreateAsync([.. cases.Keys.Where(key => log.State.Find(key)?.Record is null)], cases, cancellationToken);
        if (look is not null && log.State.FindLast(group, leads[0].Index) is { Before: null, Signals: 0 })
        {
            await look(cancellationToken);
        }

        var rounds = cases.Values.Select(lead => lead.Signals.Length).DefaultIfEmpty().Max();
        for (var round = 0; round < rounds; round++)
        {
            var due = cases.Where(one =>
                one.Value.Signals.Length > round
                && State(one.Key) is { IsInDoubt: false } state
                && state.Signals == round
            );
            foreach (var kind in due.GroupBy(one => one.Value.Signals[round].Kind).ToList())
            {
                await SignalAsync([.. kind.Select(one => one.Key)], round, cases, cancellationToken);
            }
        }

        if (cases.Keys.Any(key => State(key).IsInDoubt))
        {
            await BringAsync(group, leads, look, cancellationToken);
            return;
        }

        var complete = cases.Keys.Where(key => State(key).CompleteAt is null).ToList();
        if (complete.Count > 0)
        {
            await log.WriteAsync(JournalStep.Complete, complete, cancellationToken);
        }
    }

    /// <summary>Where an attempt is in doubt, the next one: a signal must not be given twice.</summary>
    private CaseKey Current(char group, int index)
    {
        if (log.State.FindLast(group, index) is not { } last)
        {
            return new(group, index, 1);
        }

        if (!last.IsInDoubt)
        {
            return last.Key;
        }

        return last.Key.Attempt < Attempts
            ? last.Key with
            {
                Attempt = last.Key.Attempt + 1,
            }
            : throw new LiveStop(
                LiveProblem.Of(
                    TargetCodes.Unreachable,
                    $"Nobody can say whether a signal was taken, in {Attempts} attempts at the same lead."
                )
            );
    }

    private CaseState State(CaseKey key) => log.State.Find(key)!;

    private async Task CreateAsync(
        ImmutableArray<CaseKey> keys,
        Dictionary<CaseKey, LiveCase> cases,
        CancellationToken cancellationToken
    )
    {
        foreach (var batch in keys.Chunk(target.Capabilities.BatchSize))
        {
            patience.Check();
            await log.WriteAsync(JournalStep.Creating, batch, cancellationToken);
            var results = await PersistAsync(
                batch,
                part => target.CreateAsync([.. part.Select(key => Record(key, cases[key]))], cancellationToken),
                cancellationToken
            );
            await log.WriteAsync(
                JournalStep.Created,
                batch.Zip(results, (key, one) => new JournalItem(key.ToString(), one.Record, one.Refusal)),
                cancellationToken
            );
            Refuse(_ => "create", batch.Zip(results, (key, one) => (cases[key], one.Refusal)));
        }
    }

    private async Task SignalAsync(
        ImmutableArray<CaseKey> keys,
        int round,
        Dictionary<CaseKey, LiveCase> cases,
        CancellationToken cancellationToken
    )
    {
        foreach (var batch in keys.Chunk(target.Capabilities.BatchSize))
        {
            patience.Check();
            await log.WriteAsync(JournalStep.Signalling, batch, cancellationToken);
            RecordResult[] results;
            try
            {
                results = await PersistAsync(
                    batch,
                    part =>
                        target.SignalAsync([.. part.Select(key => Signal(key, cases[key], round))], cancellationToken),
                    cancellationToken
                );
            }
            catch (TargetFault fault) when (fault.InDoubt)
            {
                // Some of them may have been taken. These leads start again, under other addresses.
                continue;
            }

            var sure = batch.Zip(results).Where(one => !one.Second.IsInDoubt).ToList();
            if (sure.Count > 0)
            {
                await log.WriteAsync(
                    JournalStep.Signalled,
                    sure.Select(one => new JournalItem(
                        one.First.ToString(),
                        State(one.First).Record,
                        one.Second.Refusal
                    )),
                    cancellationToken
                );
            }

            Refuse(
                lead => $"take the {Spelled(lead.Signals[round])} of",
                sure.Select(one => (cases[one.First], one.Second.Refusal))
            );
        }
    }

    /// <summary>Asks again for what was refused: surely not done, so nothing is done twice.</summary>
    private async Task<RecordResult[]> PersistAsync(
        CaseKey[] batch,
        Func<IEnumerable<CaseKey>, Task<ImmutableArray<RecordResult>>> ask,
        CancellationToken cancellationToken
    )
    {
        var results = (await ask(batch)).ToArray();
        for (var attempt = 1; attempt < Tries && Array.Exists(results, IsRefused); attempt++)
        {
            await patience.RestAsync(BetweenTries * attempt, cancellationToken);
            var places = Enumerable.Range(0, batch.Length).Where(place => IsRefused(results[place])).ToList();
            var again = await ask(places.Select(place => batch[place]));
            for (var one = 0; one < places.Count; one++)
            {
                results[places[one]] = again[one];
            }
        }

        return results;
    }

    private static bool IsRefused(RecordResult result) =>
        result is { Refusal: not null, IsInDoubt: false, IsFinal: false };

    /// <param name="what">What the platform would not do; the lead's name follows.</param>
    private void Refuse(Func<LiveCase, string> what, IEnumerable<(LiveCase Lead, string? Refusal)> results)
    {
        var refused = results.Where(one => one.Refusal is not null).ToList();
        if (refused.Count > 0)
        {
            var others = refused.Count == 1 ? "" : $" and {Counted.Of(refused.Count - 1, "other")}";
            throw new LiveStop(
                LiveProblem.Of(
                    TargetCodes.LeadRefused,
                    $"{target.Capabilities.Platform} would not {what(refused[0].Lead)} lead {refused[0].Lead.Lead}{others}: {refused[0].Refusal!.TrimEnd('.')}."
                )
            );
        }
    }

    /// <summary>The signal as the workspace says it: its kind, and its name in code.</summary>
    private static string Spelled(LiveSignal signal) =>
        $"{SignalWords.Of(signal.Kind)}{(signal.Name.Length > 0 ? $" {Quote.Code(signal.Name)}" : "")}";

    private TargetRecord Record(CaseKey key, LiveCase lead)
    {
        var leads = definition.Leads;
        return new(
            key.ToString(),
            log.Mark,
            AddressOf(key),
            [
                new(leads.AddressField, AddressOf(key)),
                new(leads.RunField, log.Mark),
                .. lead.Properties.Where(property =>
                    property.Name != leads.AddressField && property.Name != leads.RunField
                ),
            ]
        );
    }

    private TargetSignal Signal(CaseKey key, LiveCase lead, int round)
    {
        var signal = lead.Signals[round];
        // As of one instant for the whole replay, so that a signal sent again is the same signal.
        var at = new Instant(log.State.StartedAt.UnixMilliseconds - (long)signal.Ago.TotalMilliseconds);
        return new(
            Uuid($"{log.Mark} {key} {round}"),
            signal.Kind,
            signal.Name,
            State(key).Record!,
            AddressOf(key),
            at,
            [.. signal.Properties.Where(property => !IsOurs(property.Name))]
        );
    }

    /// <summary>What tells a record as synthetic and keeps it away from people is not for leads to change.</summary>
    private bool IsOurs(string property) =>
        property == definition.Leads.AddressField
        || property == definition.Leads.RunField
        || (
            property != definition.Outcome.Stage?.Field
            && definition.Leads.Constants.Any(constant => constant.Theirs == property)
        );

    private string AddressOf(CaseKey key) => $"sg-{log.Mark}-{key}@{definition.Leads.AddressDomain}";

    /// <summary>Version 8 (RFC 9562): made of a hash.</summary>
    private static string Uuid(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString();
    }
}
