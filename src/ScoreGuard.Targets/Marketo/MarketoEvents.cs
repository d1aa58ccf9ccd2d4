using System.Collections.Immutable;
using System.Globalization;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Marketo;

/// <summary>Adds custom activities, which are written once and may lie in the past.</summary>
internal sealed class MarketoEvents(MarketoApi api)
{
    public async Task<ImmutableArray<RecordResult>> AddAsync(
        ImmutableArray<TargetSignal> signals,
        CancellationToken cancellationToken
    )
    {
        var rows = signals.Select(Row).ToList();
        var results = ImmutableArray.CreateBuilder<RecordResult>(signals.Length);
        foreach (var cut in MarketoBatches.Cut(rows))
        {
            var batch = rows[cut];
            var body = MarketoJson.Write(writer => MarketoJson.WriteInput(writer, batch));
            var post = new MarketoPost("add custom activities", "rest/v1/activities/external.json", body)
            {
                MayRepeat = false,
            };
            foreach (var row in await api.PostAsync(post, batch.Count, cancellationToken))
            {
                results.Add(row.IsDone ? RecordResult.Of(signals[results.Count].Record) : row.Refusal);
            }
        }

        return results.ToImmutable();
    }

    private static byte[] Row(TargetSignal signal) =>
        MarketoJson.Write(writer =>
        {
            writer.WriteNumber("leadId", MarketoJson.IdOf(signal.Record));
            writer.WriteString("activityDate", Text(signal.At));
            writer.WriteNumber("activityTypeId", MarketoNames.FindId(signal.Name) ?? 0);
            writer.WriteString("primaryAttributeValue", Primary(signal));
            writer.WriteStartArray("attributes");
            foreach (var property in signal.Properties.Where(IsAttribute))
            {
                writer.WriteStartObject();
                writer.WriteString("apiName", property.Name);
                writer.WritePropertyName("value");
                MarketoJson.WriteValue(writer, property.Value);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });

    private static string Primary(TargetSignal signal) =>
        signal
            .Properties.Where(property => property.Name == MarketoNames.PrimaryAttribute)
            .Select(property => MarketoJson.TextOf(property.Value))
            .FirstOrDefault("");

    private static bool IsAttribute(TargetProperty property) =>
        property.Name != MarketoNames.PrimaryAttribute && property.Value is not null;

    private static string Text(Instant at) =>
        DateTimeOffset
            .FromUnixTimeMilliseconds(at.UnixMilliseconds)
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
