using System.Collections.Immutable;
using System.Text.Json;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Marketo;

/// <summary>Observes, lists and deletes leads.</summary>
internal sealed class MarketoRecords(MarketoApi api, MarketoSearching search, MarketoPlace place)
{
    private const string Id = "id";

    public async Task<ImmutableArray<Observation>> ObserveAsync(
        ImmutableArray<string> records,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await search.FindAsync(Id, records, place.Read, cancellationToken)).Select(row => new Observation(
                MarketoSearching.IdOf(row),
                place.Read.ToImmutableDictionary(field => field, field => MarketoJson.FindText(row, field))
            )),
        ];

    /// <summary>Synthetic leads, by the static list and by their mark: a run that died may have left some without either.</summary>
    public async Task<ImmutableArray<LeftRecord>> ListAsync(string? run, CancellationToken cancellationToken)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in await MembersAsync(cancellationToken))
        {
            Add(row);
        }

        if (run is not null && found.Count < MarketoSearching.MostMatches)
        {
            // Marketo shows no more matches than that: then the list alone counts until most are deleted.
            var marked = await search.FindAllAsync(place.RunField, [run], [place.RunField], cancellationToken);
            foreach (var row in marked ?? [])
            {
                Add(row);
            }
        }

        return [.. found.Select(pair => new LeftRecord(pair.Key, pair.Value))];

        void Add(JsonElement row)
        {
            // Who has no mark is a real person that somebody put on the list.
            if (
                MarketoJson.FindText(row, place.RunField) is { Length: > 0 } mark
                && (run is null || string.Equals(mark, run, StringComparison.Ordinal))
            )
            {
                found[MarketoSearching.IdOf(row)] = mark;
            }
        }
    }

    /// <summary>Deletes leads that carry a mark; others are left alone and told.</summary>
    public async Task DeleteAsync(ImmutableArray<string> records, CancellationToken cancellationToken)
    {
        var there = await search.FindAsync(Id, records, [place.RunField], cancellationToken);
        var ours = there
            .Where(row => MarketoJson.FindText(row, place.RunField) is { Length: > 0 })
            .Select(MarketoSearching.IdOf);
        var refused = await DeleteRowsAsync([.. ours], cancellationToken);
        if (refused.Count > 0 && refused.Count == there.Length)
        {
            throw new TargetFault(TargetFaultKind.Refused, $"Marketo deleted no lead: {refused[0].Words}.");
        }

        var unmarked = there.Count(row => MarketoJson.FindText(row, place.RunField) is not { Length: > 0 });
        if (unmarked > 0)
        {
            throw new TargetFault(
                TargetFaultKind.Setup,
                $"Not deleted: {Counted.Of(unmarked, "lead")} whose field {place.RunField} is empty and who may be real people; find out what empties it."
            );
        }
    }

    /// <summary>Leaves one lead of each address that carries the run's mark.</summary>
    public async Task DropDoublesAsync(ImmutableArray<TargetRecord> wanted, CancellationToken cancellationToken)
    {
        var runs = wanted.ToDictionary(
            record => record.Address,
            record => record.Run,
            StringComparer.OrdinalIgnoreCase
        );
        var rows = await search.FindAsync(
            place.AddressField,
            [.. wanted.Select(record => record.Address)],
            [place.AddressField, place.RunField],
            cancellationToken
        );
        var ours = rows.Where(row =>
            MarketoJson.FindText(row, place.AddressField) is { } address
            && runs.TryGetValue(address, out var run)
            && MarketoJson.FindText(row, place.RunField) == run
        );
        var spare = ours.GroupBy(
                row => MarketoJson.FindText(row, place.AddressField)!,
                StringComparer.OrdinalIgnoreCase
            )
            .SelectMany(same => same.Select(MarketoSearching.IdOf).OrderBy(MarketoJson.IdOf).Skip(1));
        await DeleteRowsAsync([.. spare], cancellationToken);
    }

    /// <summary>Deletes one lead, whatever it carries: one that was just made by mistake.</summary>
    public Task DropAsync(string record, CancellationToken cancellationToken) =>
        DeleteRowsAsync([record], cancellationToken);

    private async Task<ImmutableArray<JsonElement>> MembersAsync(CancellationToken cancellationToken) =>
        await api.FindPagesAsync(
            new(
                "list leads",
                $"rest/v1/lists/{place.List}/leads.json",
                $"fields={MarketoSearching.FieldList([place.RunField])}&batchSize={MarketoBatches.Rows}"
            ),
            cancellationToken
        )
        ?? throw new TargetFault(
            TargetFaultKind.Setup,
            $"The static list {place.List} has too many members to be read; take out those that are not synthetic."
        );

    /// <returns>Rows that were refused; one that was gone already is none.</returns>
    private async Task<List<MarketoRow>> DeleteRowsAsync(
        ImmutableArray<string> records,
        CancellationToken cancellationToken
    )
    {
        var refused = new List<MarketoRow>();
        foreach (var batch in records.Chunk(MarketoBatches.Rows))
        {
            var body = MarketoJson.Write(writer =>
                MarketoJson.WriteInput(writer, batch.Select(record => MarketoIds.Row(Id, record)))
            );
            var post = new MarketoPost("delete leads", "rest/v1/leads/delete.json", body);
            var rows = await api.PostAsync(post, batch.Length, cancellationToken);
            refused.AddRange(rows.Where(row => !row.IsDone && row.Error?.Code != MarketoError.LeadNotFound));
        }

        return refused;
    }
}
