using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Marketo;

/// <summary>Asks campaigns that wait for "Campaign is Requested" to take leads.</summary>
internal sealed class MarketoRequests(MarketoApi api)
{
    /// <summary>The tokens that a signal gives its campaign, as the request has them: leads with the same ones go together.</summary>
    public static string TokensOf(TargetSignal signal)
    {
        var body = MarketoJson.Write(writer => WriteTokens(writer, signal));
        return Encoding.UTF8.GetString(body);
    }

    /// <param name="signals">All of one name and with the same tokens, at most 100.</param>
    public async Task<ImmutableArray<RecordResult>> TriggerAsync(
        ImmutableArray<TargetSignal> signals,
        CancellationToken cancellationToken
    )
    {
        var campaign = MarketoNames.FindId(signals[0].Name) ?? 0;
        var body = MarketoJson.Write(writer =>
        {
            writer.WriteStartObject("input");
            writer.WriteStartArray("leads");
            foreach (var signal in signals)
            {
                writer.WriteRawValue(MarketoIds.Row("id", signal.Record));
            }

            writer.WriteEndArray();
            WriteTokens(writer, signals[0]);
            writer.WriteEndObject();
        });
        var post = new MarketoPost("request a campaign", $"rest/v1/campaigns/{campaign}/trigger.json", body)
        {
            MayRepeat = false,
        };

        // The answer names the campaign; it has no word for single leads.
        await api.SendAsync(post, cancellationToken);
        return [.. signals.Select(signal => RecordResult.Of(signal.Record))];
    }

    private static void WriteTokens(Utf8JsonWriter writer, TargetSignal signal)
    {
        var tokens = signal.Properties.Where(property => property.Value is not null).ToList();
        if (tokens.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("tokens");
        foreach (var token in tokens)
        {
            writer.WriteStartObject();
            writer.WriteString("name", $"{{{{{token.Name}}}}}");
            writer.WriteString("value", MarketoJson.TextOf(token.Value));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
