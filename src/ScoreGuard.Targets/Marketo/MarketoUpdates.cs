using System.Collections.Immutable;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Marketo;

/// <summary>Changes leads' fields.</summary>
internal sealed class MarketoUpdates(MarketoApi api, MarketoPlace place)
{
    public async Task<ImmutableArray<RecordResult>> UpdateAsync(
        ImmutableArray<TargetSignal> signals,
        CancellationToken cancellationToken
    )
    {
        var rows = signals.Select(Row).ToList();
        var results = ImmutableArray.CreateBuilder<RecordResult>(signals.Length);
        foreach (var cut in MarketoBatches.Cut(rows))
        {
            var batch = rows[cut];
            var body = MarketoJson.Write(writer =>
            {
                writer.WriteString("action", "updateOnly");
                writer.WriteString("lookupField", "id");
                MarketoJson.WriteInput(writer, batch);
            });
            foreach (
                var row in await api.PostAsync(
                    new("update leads", "rest/v1/leads.json", body),
                    batch.Count,
                    cancellationToken
                )
            )
            {
                var record = signals[results.Count].Record;
                results.Add(row.IsDone ? RecordResult.Of(record) : row.Refusal);
            }
        }

        return results.ToImmutable();
    }

    private byte[] Row(TargetSignal signal) =>
        MarketoJson.Write(writer =>
        {
            writer.WriteNumber("id", MarketoJson.IdOf(signal.Record));

            // The mark stays: without it the lead would not be found again.
            foreach (var property in signal.Properties.Where(p => p.Name != place.RunField && p.Name != "id"))
            {
                MarketoJson.WriteProperty(writer, property);
            }
        });
}
