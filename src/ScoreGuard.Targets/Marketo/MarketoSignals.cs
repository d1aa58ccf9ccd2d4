using System.Collections.Immutable;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Marketo;

/// <summary>Lets leads act, each signal at most once.</summary>
/// <remarks>
/// Marketo cannot tell a signal that is sent twice from two signals. What was surely done in this process is not sent again; of
/// what may have been done it is said that nobody knows.
/// </remarks>
internal sealed class MarketoSignals(MarketoApi api, MarketoRecords records, MarketoPlace place)
{
    /// <summary>Leads of one request of a campaign.</summary>
    private const int RequestRows = 100;

    private readonly Dictionary<string, RecordResult> _sent = [];
    private readonly MarketoForms _forms = new(api, records);
    private readonly MarketoEvents _events = new(api);
    private readonly MarketoMembers _members = new(api);
    private readonly MarketoRequests _requests = new(api);
    private readonly MarketoUpdates _updates = new(api, place);

    public async Task<ImmutableArray<RecordResult>> SendAsync(
        ImmutableArray<TargetSignal> signals,
        CancellationToken cancellationToken
    )
    {
        if (signals.IsEmpty)
        {
            return [];
        }

        var results = new Dictionary<string, RecordResult>(StringComparer.Ordinal);
        foreach (var batch in Batches(signals.Where(signal => !_sent.ContainsKey(signal.Id))))
        {
            var told = await SendBatchAsync(batch, cancellationToken);
            for (var at = 0; at < batch.Length; at++)
            {
                results[batch[at].Id] = told[at];
                if (told[at].Record is not null)
                {
                    _sent[batch[at].Id] = told[at];
                }
            }
        }

        return [.. signals.Select(signal => _sent.GetValueOrDefault(signal.Id, results.GetValueOrDefault(signal.Id)))];
    }

    private static IEnumerable<ImmutableArray<TargetSignal>> Batches(IEnumerable<TargetSignal> signals)
    {
        var all = signals.ToList();
        return all.Count == 0
            ? []
            : all[0].Kind switch
            {
                SignalKind.Form => all.Select(signal => ImmutableArray.Create(signal)),
                SignalKind.Event or SignalKind.Update => all.Chunk(MarketoBatches.Rows).Select(ImmutableArray.Create),
                SignalKind.Member => all.GroupBy(signal => signal.Name)
                    .SelectMany(same => same.Chunk(MarketoBatches.Rows))
                    .Select(ImmutableArray.Create),
                SignalKind.Request => all.GroupBy(signal => (signal.Name, MarketoRequests.TokensOf(signal)))
                    .SelectMany(same => same.Chunk(RequestRows))
                    .Select(ImmutableArray.Create),
                var kind => throw new TargetFault(
                    TargetFaultKind.Setup,
                    $"Marketo's API cannot inject a {kind} signal; docs/targets/marketo.md lists what it can."
                ),
            };
    }

    private async Task<ImmutableArray<RecordResult>> SendBatchAsync(
        ImmutableArray<TargetSignal> batch,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return batch[0].Kind switch
            {
                SignalKind.Form => [await _forms.SubmitAsync(batch[0], cancellationToken)],
                SignalKind.Event => await _events.AddAsync(batch, cancellationToken),
                SignalKind.Member => await _members.JoinAsync(batch, cancellationToken),
                SignalKind.Request => await _requests.TriggerAsync(batch, cancellationToken),
                _ => await _updates.UpdateAsync(batch, cancellationToken),
            };
        }
        catch (TargetFault fault) when (fault.InDoubt)
        {
            foreach (var signal in batch)
            {
                _sent[signal.Id] = RecordResult.Refused(
                    "Marketo did not say whether it took the signal, and it cannot be sent twice"
                );
            }

            throw;
        }
    }
}
