using System.Collections.Immutable;
using System.Text.Json;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Marketo;

/// <summary>Creates a lead a record, and one only.</summary>
/// <remarks>
/// Two upserts of one address that run at the same time make two leads. So they go one after the other; and where one gave no
/// answer, the next waits until Marketo has surely ended it.
/// </remarks>
internal sealed class MarketoUpsert(MarketoApi api, MarketoRecords records, MarketoPlace place, TimeProvider time)
{
    private const int Rounds = 3;

    /// <summary>Marketo ends an upsert after 90 seconds; a little more, for its clock is not ours.</summary>
    private static readonly TimeSpan UpsertEnds = TimeSpan.FromSeconds(100);

    /// <summary>A new lead may be unknown to lists for a moment.</summary>
    private static readonly TimeSpan ListLag = TimeSpan.FromSeconds(5);

    private readonly MarketoLists _lists = new(api);

    public async Task<ImmutableArray<RecordResult>> CreateAsync(
        ImmutableArray<TargetRecord> wanted,
        CancellationToken cancellationToken
    )
    {
        var results = await UpsertAsync(wanted, cancellationToken);
        var doubled = Enumerable.Range(0, wanted.Length).Where(at => IsDoubled(results[at])).ToList();
        if (doubled.Count > 0)
        {
            ImmutableArray<TargetRecord> again = [.. doubled.Select(at => wanted[at])];
            await records.DropDoublesAsync(again, cancellationToken);
            var mended = await UpsertAsync(again, cancellationToken);
            for (var at = 0; at < doubled.Count; at++)
            {
                results[doubled[at]] = mended[at];
            }
        }

        return await JoinListAsync(results, cancellationToken);
    }

    private static bool IsDoubled(MarketoRow row) => row.Error is { Code: MarketoError.SeveralMatch };

    private async Task<MarketoRow[]> UpsertAsync(
        ImmutableArray<TargetRecord> wanted,
        CancellationToken cancellationToken
    )
    {
        var rows = wanted.Select(Row).ToList();
        var results = new List<MarketoRow>(rows.Count);
        foreach (var cut in MarketoBatches.Cut(rows))
        {
            var batch = rows[cut];
            var body = MarketoJson.Write(writer => WriteBody(writer, batch));
            results.AddRange(await UpsertAsync(body, batch.Count, cancellationToken));
        }

        return [.. results];
    }

    private async Task<ImmutableArray<MarketoRow>> UpsertAsync(
        byte[] body,
        int rows,
        CancellationToken cancellationToken
    )
    {
        var post = new MarketoPost("create leads", "rest/v1/leads.json", body) { MayRepeat = false };
        for (var round = 1; ; round++)
        {
            try
            {
                return await api.PostAsync(post, rows, cancellationToken);
            }
            catch (TargetFault fault) when (fault.InDoubt && round < Rounds)
            {
                await Task.Delay(UpsertEnds, time, cancellationToken);
            }
        }
    }

    private static byte[] Row(TargetRecord record) =>
        MarketoJson.Write(writer =>
        {
            foreach (var property in record.Properties)
            {
                MarketoJson.WriteProperty(writer, property);
            }
        });

    private void WriteBody(Utf8JsonWriter writer, IEnumerable<byte[]> rows)
    {
        writer.WriteString("action", "createOrUpdate");
        writer.WriteString("lookupField", place.AddressField);
        if (place.Partition is { } partition)
        {
            writer.WriteString("partitionName", partition);
        }

        MarketoJson.WriteInput(writer, rows);
    }

    /// <summary>Puts what was created into the list by which it is found again.</summary>
    private async Task<ImmutableArray<RecordResult>> JoinListAsync(
        MarketoRow[] rows,
        CancellationToken cancellationToken
    )
    {
        var results = rows.Select(row => row is { IsDone: true, Id: { } id } ? RecordResult.Of(id) : row.Refusal)
            .ToArray();
        var outside = Enumerable.Range(0, rows.Length).Where(at => results[at].Record is not null).ToList();
        for (var round = 1; outside.Count > 0; round++)
        {
            var joined = await _lists.JoinAsync(
                place.List,
                [.. outside.Select(at => results[at].Record!)],
                cancellationToken
            );
            var refused = outside.Zip(joined).Where(pair => !pair.Second.IsDone).ToList();
            if (round == Rounds)
            {
                foreach (var (at, row) in refused)
                {
                    results[at] = RecordResult.Refused($"the static list {place.List} did not take it: {row.Words}");
                }

                break;
            }

            outside = [.. refused.Select(pair => pair.First)];
            if (outside.Count > 0)
            {
                await Task.Delay(ListLag, time, cancellationToken);
            }
        }

        return [.. results];
    }
}
