using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.HubSpot;

/// <summary>Records custom events. HubSpot takes an event's id once a year, so that sending it again does no harm.</summary>
internal sealed class EventSending(HubSpotWire wire)
{
    private const string Send = "events/v3/send/batch";

    public async Task<ImmutableArray<RecordResult>> SendAsync(
        ImmutableArray<TargetSignal> signals,
        CancellationToken cancellationToken
    )
    {
        if (signals.IsEmpty)
        {
            return [];
        }

        var call = HubSpotWire.Post(
            "send events",
            Send,
            new() { ["inputs"] = new JsonArray([.. signals.Select(signal => (JsonNode)ToJson(signal))]) }
        );
        var answer = await wire.AskAsync(call, cancellationToken);
        if (answer.IsSuccess)
        {
            return [.. signals.Select(signal => RecordResult.Of(signal.Record))];
        }

        if (HubSpotError.IsOfSetup(answer.Json))
        {
            throw wire.Refused(call, answer);
        }

        if (signals.Length == 1)
        {
            return
            [
                HubSpotError.IsOfARepeatedEvent(answer.Json)
                    ? RecordResult.Of(signals[0].Record)
                    : RecordResult.Refused(HubSpotError.Explain(answer.Json)),
            ];
        }

        var half = signals.Length / 2;
        var first = await SendAsync(signals[..half], cancellationToken);
        return [.. first, .. await SendAsync(signals[half..], cancellationToken)];
    }

    private static JsonObject ToJson(TargetSignal signal)
    {
        var properties = new JsonObject();
        foreach (var property in signal.Properties.Where(property => property.Value is not null))
        {
            properties[property.Name] = BatchInput.Text(property.Value);
        }

        return new()
        {
            ["eventName"] = signal.Name,
            ["objectId"] = signal.Record,
            ["occurredAt"] = signal.At.ToString(),
            ["uuid"] = signal.Id,
            ["properties"] = properties,
        };
    }
}
