using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ScoreGuard.FakePlatforms.Mautic;

/// <summary>The fake's endpoints of contacts.</summary>
internal sealed class FakeMauticContactsApi(FakeMauticStore store)
{
    private const int MostOfABatch = 200;

    private readonly FakeMauticContactJson _json = new(store);

    public void Map(WebApplication app)
    {
        app.MapGet("/api/contacts", List);
        app.MapPost("/api/contacts/batch/new", NewAsync);
        app.MapMethods("/api/contacts/batch/edit", ["PATCH"], EditAsync);
        app.MapDelete("/api/contacts/batch/delete", Delete);
        app.MapGet("/api/contacts/{id:int}", (int id) => Get(id));
        app.MapGet("/api/contacts/{id:int}/activity", (int id, HttpRequest request) => Activity(id, request));
        app.MapGet("/api/contacts/{id:int}/points/groups", (int id) => Groups(id));
    }

    private IResult List(HttpRequest request)
    {
        var query = request.Query;
        if (FakeMauticConditions.Read(query, store) is not { } condition)
        {
            return FakeMauticErrors.Of(500, "Looks like I encountered an error (error #500).");
        }

        var start = int.Parse(query["start"].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
        var limit = int.Parse(query["limit"].FirstOrDefault() ?? "30", CultureInfo.InvariantCulture);
        var found = store.Contacts.Where(condition).ToList();
        return Results.Json(
            new JsonObject
            {
                ["total"] = found.Count.ToString(CultureInfo.InvariantCulture),
                ["contacts"] = FakeMauticContactJson.ByKey(
                    found
                        .Skip(start)
                        .Take(limit)
                        .Select(contact =>
                            (contact.Id.ToString(CultureInfo.InvariantCulture), (JsonNode)_json.Of(contact))
                        )
                ),
            }
        );
    }

    private async Task<IResult> NewAsync(HttpRequest request) =>
        await WriteAsync(request, StatusCodes.Status201Created, row => store.FindSame(row), mayCreate: true);

    private async Task<IResult> EditAsync(HttpRequest request) =>
        await WriteAsync(
            request,
            StatusCodes.Status200OK,
            row => store.Find(row.GetValueOrDefault("id")),
            mayCreate: false
        );

    private async Task<IResult> WriteAsync(
        HttpRequest request,
        int status,
        Func<IReadOnlyDictionary<string, string?>, FakeMauticContact?> find,
        bool mayCreate
    )
    {
        var rows = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body);
        if (rows.ValueKind != JsonValueKind.Array || rows.GetArrayLength() > MostOfABatch)
        {
            return FakeMauticErrors.Of(500, $"The batch may hold at most {MostOfABatch} entries.");
        }

        var contacts = new List<(string, JsonNode)>();
        var codes = new List<(string, JsonNode)>();
        var errors = new List<(string, JsonNode)>();
        for (var at = 0; at < rows.GetArrayLength(); at++)
        {
            var key = at.ToString(CultureInfo.InvariantCulture);
            var row = rows[at]
                .EnumerateObject()
                .ToDictionary(member => member.Name, member => Text(member.Value), StringComparer.Ordinal);
            var known = find(row);
            var (code, message) =
                known is null && !mayCreate ? (404, "Item was not found.")
                : store.RefuseRow(row) is { } refused ? (400, refused)
                : (known is null ? 201 : 200, "");
            codes.Add((key, code));
            if (message.Length > 0)
            {
                errors.Add((key, Error(code, message)));
                continue;
            }

            var contact = known ?? store.Add();
            store.Write(contact, row);
            if (!mayCreate)
            {
                store.Note(contact, new("update", "", row, IsScored: false));
            }

            contacts.Add((key, _json.Of(contact)));
        }

        var answer = new JsonObject
        {
            ["contacts"] = FakeMauticContactJson.ByKey(contacts),
            ["statusCodes"] = FakeMauticContactJson.ByKey(codes),
        };
        if (errors.Count > 0)
        {
            answer["errors"] = FakeMauticContactJson.ByKey(errors);
        }

        return Results.Json(answer, statusCode: status);
    }

    private IResult Delete(HttpRequest request)
    {
        var ids = request.Query["ids"].ToString().Split(',');
        var contacts = new List<(string, JsonNode)>();
        var errors = new List<(string, JsonNode)>();
        for (var at = 0; at < ids.Length; at++)
        {
            var key = at.ToString(CultureInfo.InvariantCulture);
            if (store.Find(ids[at]) is not { } contact)
            {
                continue;
            }

            if (store.Delete(contact))
            {
                contacts.Add((key, _json.Of(contact)));
            }
            else
            {
                errors.Add((key, Error(403, "You do not have access to the requested area/action.")));
            }
        }

        var answer = new JsonObject { ["contacts"] = FakeMauticContactJson.ByKey(contacts) };
        if (errors.Count > 0)
        {
            answer["errors"] = FakeMauticContactJson.ByKey(errors);
        }

        return Results.Json(answer);
    }

    private IResult Get(int id) =>
        store.Find(id) is { } contact
            ? Results.Json(new JsonObject { ["contact"] = _json.Of(contact) })
            : FakeMauticErrors.Of(404, "Item was not found.");

    private IResult Activity(int id, HttpRequest request)
    {
        if (store.Find(id) is not { } contact)
        {
            return FakeMauticErrors.Of(404, "Item was not found.");
        }

        var limit = int.Parse(request.Query["limit"].FirstOrDefault() ?? "25", CultureInfo.InvariantCulture);
        var page = int.Parse(request.Query["page"].FirstOrDefault() ?? "1", CultureInfo.InvariantCulture);
        var events = contact.Timeline.Skip((page - 1) * limit).Take(limit);
        return Results.Json(
            new JsonObject
            {
                ["events"] = new JsonArray([
                    .. events.Select(type => new JsonObject { ["event"] = type, ["contactId"] = id }),
                ]),
                ["total"] = contact.Timeline.Count,
                ["page"] = page,
                ["limit"] = limit,
            }
        );
    }

    private IResult Groups(int id)
    {
        if (store.Find(id) is not { } contact)
        {
            return FakeMauticErrors.Of(404, "Item was not found.");
        }

        store.Settle(contact);
        var scores = contact.Scored.Where(score => score.Key.StartsWith("group.", StringComparison.Ordinal)).ToList();
        return Results.Json(
            new JsonObject
            {
                ["total"] = scores.Count,
                ["groupScores"] = new JsonArray([
                    .. scores.Select(
                        (score, at) =>
                            new JsonObject
                            {
                                ["score"] = int.Parse(score.Value!, CultureInfo.InvariantCulture),
                                ["group"] = new JsonObject
                                {
                                    ["id"] = at + 1,
                                    ["name"] = score.Key["group.".Length..],
                                    ["description"] = "",
                                },
                            }
                    ),
                ]),
            }
        );
    }

    private static JsonObject Error(int code, string message) =>
        new()
        {
            ["message"] = message,
            ["code"] = code,
            ["type"] = "api",
        };

    private static string? Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.True => "1",
            JsonValueKind.False => "0",
            JsonValueKind.Number => value.GetRawText(),
            _ => value.ToString(),
        };
}
