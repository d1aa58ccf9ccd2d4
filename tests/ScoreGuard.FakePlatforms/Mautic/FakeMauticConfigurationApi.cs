using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ScoreGuard.FakePlatforms.Mautic;

/// <summary>The fake's endpoints of what configures scoring, and of what contacts are added to.</summary>
internal sealed class FakeMauticConfigurationApi(
    FakeMauticStore store,
    IReadOnlyDictionary<string, JsonArray> configuration
)
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["points"] = "points",
        ["points/triggers"] = "triggers",
        ["points/groups"] = "pointGroups",
        ["stages"] = "stages",
        ["campaigns"] = "campaigns",
        ["segments"] = "lists",
        ["forms"] = "forms",
    };

    public void Map(WebApplication app)
    {
        foreach (var path in Names.Keys)
        {
            app.MapGet($"/api/{path}", (HttpRequest request) => List(path, request));
        }

        app.MapPost(
            "/api/segments/{id}/contact/{contact}/add",
            (string id, string contact) => Add("segments", id, contact)
        );
        app.MapPost(
            "/api/campaigns/{id}/contact/{contact}/add",
            (string id, string contact) => Add("campaigns", id, contact)
        );
        app.MapPost(
            "/api/stages/{id}/contact/{contact}/add",
            (string id, string contact) => Add("stages", id, contact)
        );
    }

    private IResult List(string path, HttpRequest request)
    {
        var start = int.Parse(request.Query["start"].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
        var limit = int.Parse(request.Query["limit"].FirstOrDefault() ?? "30", CultureInfo.InvariantCulture);
        var all = configuration.GetValueOrDefault(path) ?? [];
        var page = all.Skip(start).Take(limit).Select(entry => entry!.DeepClone()).ToList();
        // Lists of campaigns, segments and triggers come by id, the others in order.
        var entries = path is "campaigns" or "segments" or "points/triggers"
            ? FakeMauticContactJson.ByKey(page.Select(entry => (entry["id"]!.ToString(), entry)))
            : new JsonArray([.. page]);
        return Results.Json(new JsonObject { ["total"] = all.Count, [Names[path]] = entries });
    }

    private IResult Add(string path, string id, string contactId)
    {
        var entry = (configuration.GetValueOrDefault(path) ?? []).FirstOrDefault(entry =>
            entry!["id"]!.ToString() == id
        );
        if (entry is null || store.Find(contactId) is not { } contact)
        {
            return FakeMauticErrors.Of(404, "Item was not found.");
        }

        var name = entry["name"]!.ToString();
        var nothing = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (path == "stages")
        {
            contact.Stage = name;
            store.Note(contact, new("stage", name, nothing, IsScored: false));
        }
        else
        {
            store.Note(contact, new(path == "segments" ? "member" : "request", name, nothing, IsScored: true));
        }

        return Results.Json(new { success = 1 });
    }
}
