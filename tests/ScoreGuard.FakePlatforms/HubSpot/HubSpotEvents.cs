using System.Globalization;
using System.Text.Json.Nodes;

namespace ScoreGuard.FakePlatforms.HubSpot;

/// <summary>Custom events. An id that is there already is refused, and with it the batch.</summary>
internal sealed class HubSpotEvents(HubSpotContacts contacts, TimeProvider time, HubSpotHabitsOfAFake habits)
{
    private const int MostInABatch = 500;

    private readonly HashSet<string> _ids = new(StringComparer.OrdinalIgnoreCase);

    public HubSpotReply Send(JsonObject body)
    {
        if (body["inputs"] is not JsonArray { Count: >= 1 and <= MostInABatch } inputs)
        {
            return HubSpotReply.Invalid("Invalid input JSON: `inputs` must have 1 to 500 items.");
        }

        foreach (var input in inputs)
        {
            if (Refusal(input as JsonObject ?? []) is { } refusal)
            {
                return refusal;
            }
        }

        foreach (var input in inputs)
        {
            Take((JsonObject)input!);
        }

        return HubSpotReply.Nothing();
    }

    private HubSpotReply? Refusal(JsonObject input)
    {
        var name = Text(input["eventName"]);
        if (name is null || input["properties"] is not JsonObject)
        {
            return HubSpotReply.Invalid("Invalid input JSON: `eventName` and `properties` are required.");
        }

        if (!habits.KnownEvents.IsEmpty && !habits.KnownEvents.Contains(name))
        {
            return HubSpotReply.Invalid($"Event definition {name} does not exist.", "EVENT_DEFINITION_NOT_FOUND");
        }

        if (Contact(input) is null)
        {
            return HubSpotReply.Invalid("The event names no contact that exists.", "INVALID_OBJECT", "objectId");
        }

        if (OccurredAt(input) > time.GetUtcNow())
        {
            return HubSpotReply.Invalid("occurredAt lies in the future.", "INVALID_TIME", "occurredAt");
        }

        if (Text(input["uuid"]) is { } given && !Guid.TryParse(given, out _))
        {
            return HubSpotReply.Invalid("The uuid is none.", "INVALID_EVENT_ID", "uuid");
        }

        return Text(input["uuid"]) is { } id && _ids.Contains($"{name} {id}")
            ? HubSpotReply.Invalid("An event with this uuid already exists.", "INVALID_EVENT_ID", "uuid")
            : null;
    }

    private void Take(JsonObject input)
    {
        var name = Text(input["eventName"])!;
        if (Text(input["uuid"]) is { } id && !_ids.Add($"{name} {id}"))
        {
            return;
        }

        var properties = ((JsonObject)input["properties"]!).ToDictionary(
            property => property.Key,
            property => Text(property.Value),
            StringComparer.Ordinal
        );
        Contact(input)!.Add(new("event", name, properties, OccurredAt(input)), time.GetUtcNow());
    }

    private HubSpotContact? Contact(JsonObject input) =>
        Text(input["objectId"]) is { } id ? contacts.Find(id)
        : Text(input["email"]) is { } address ? contacts.FindByAddress(address)
        : null;

    private DateTimeOffset OccurredAt(JsonObject input) =>
        Text(input["occurredAt"]) is { } at
            ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : time.GetUtcNow();

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
