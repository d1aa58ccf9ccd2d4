using System.Globalization;
using System.Text.Json.Nodes;

namespace ScoreGuard.FakePlatforms.Mautic;

/// <summary>Contacts and lists as PHP writes them.</summary>
internal sealed class FakeMauticContactJson(FakeMauticStore store)
{
    /// <summary>An array where the keys count from 0, else an object; an array where it is empty.</summary>
    public static JsonNode ByKey(IEnumerable<(string Key, JsonNode Value)> items)
    {
        var all = items.ToList();
        var counts = all.Select((item, at) => item.Key == at.ToString(CultureInfo.InvariantCulture)).All(same => same);
        if (counts)
        {
            return new JsonArray([.. all.Select(item => item.Value)]);
        }

        var keyed = new JsonObject();
        foreach (var (key, value) in all)
        {
            keyed[key] = value;
        }

        return keyed;
    }

    public JsonObject Of(FakeMauticContact contact)
    {
        store.Settle(contact);
        var core = new JsonObject();
        var flat = new JsonObject();
        foreach (var alias in store.Fields)
        {
            var value = contact.Fields.GetValueOrDefault(alias) ?? contact.Scored.GetValueOrDefault(alias);
            core[alias] = new JsonObject
            {
                ["alias"] = alias,
                ["type"] = "text",
                ["value"] = value,
            };
            flat[alias] = value;
        }

        return new()
        {
            ["id"] = contact.Id,
            ["isPublished"] = true,
            ["points"] = int.Parse(contact.Find("points") ?? "0", CultureInfo.InvariantCulture),
            ["color"] = "",
            ["owner"] = contact.Find("owner") is { } owner
                ? new JsonObject { ["id"] = int.Parse(owner, CultureInfo.InvariantCulture), ["username"] = "rep" }
                : null,
            ["stage"] = contact.Find("stage") is { } stage
                ? new JsonObject
                {
                    ["id"] = 1,
                    ["name"] = stage,
                    ["weight"] = 10,
                }
                : null,
            ["tags"] = new JsonArray(),
            ["fields"] = new JsonObject
            {
                ["core"] = core,
                ["social"] = new JsonArray(),
                ["all"] = flat,
            },
        };
    }
}
