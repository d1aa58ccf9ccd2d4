using System.Collections.Immutable;

namespace ScoreGuard.Targets.Marketo;

/// <summary>Puts leads into static lists.</summary>
internal sealed class MarketoLists(MarketoApi api)
{
    private const string Id = "id";

    /// <summary>Puts leads into a list; those that are in it already stay and count as put.</summary>
    /// <returns>One row a lead, in their order.</returns>
    public async Task<ImmutableArray<MarketoRow>> JoinAsync(
        int list,
        ImmutableArray<string> records,
        CancellationToken cancellationToken
    )
    {
        var joined = ImmutableArray.CreateBuilder<MarketoRow>();
        foreach (var batch in records.Chunk(MarketoBatches.Rows))
        {
            var body = MarketoJson.Write(writer =>
                MarketoJson.WriteInput(writer, batch.Select(record => MarketoIds.Row(Id, record)))
            );
            var post = new MarketoPost("add to the static list", $"rest/v1/lists/{list}/leads.json", body);
            var rows = await api.PostAsync(post, batch.Length, cancellationToken);
            var members = rows.All(row => row.IsDone) ? [] : await MembersAsync(list, batch, cancellationToken);
            joined.AddRange(
                rows.Select((row, at) => members.Contains(batch[at]) ? new MarketoRow(batch[at], "added", null) : row)
            );
        }

        return joined.ToImmutable();
    }

    /// <summary>What Marketo says of a lead that is in the list already is not documented, so the list is asked.</summary>
    private async Task<HashSet<string>> MembersAsync(
        int list,
        IEnumerable<string> records,
        CancellationToken cancellationToken
    )
    {
        var ids = string.Join('&', records.Select(record => $"id={MarketoJson.IdOf(record)}"));
        var answer = await api.GetAsync(
            "look into the static list",
            $"rest/v1/lists/{list}/leads/ismember.json?{ids}",
            cancellationToken
        );
        return
        [
            .. MarketoJson
                .List(answer, "result")
                .Select(MarketoRow.Of)
                .Where(row => row is { Id: not null, Status: "memberof" })
                .Select(row => row.Id!),
        ];
    }
}
