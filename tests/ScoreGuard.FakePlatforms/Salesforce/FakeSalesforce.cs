using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ScoreGuard.FakePlatforms.Salesforce;

/// <summary>A Salesforce org behind its REST API, with its habits and, on demand, its bad days.</summary>
public sealed class FakeSalesforce(
    TimeProvider time,
    Func<
        IReadOnlyDictionary<string, string?>,
        IReadOnlyList<(string Kind, string Name, IReadOnlyDictionary<string, string?> Properties)>,
        IReadOnlyDictionary<string, string?>
    > score
)
{
    private const string Root = "/services/data/v60.0/";
    private const int MostRows = 200;

    private readonly ConcurrentQueue<string> _calls = [];
    private readonly ConcurrentDictionary<string, JsonArray> _rest = [];
    private int _used;

    public SalesforceOrg Org { get; } = new(time, score);

    public SalesforceLogin Login { get; } = new(time);

    /// <summary>Each is asked once, in their order, before the org sees a call; true: it answered itself.</summary>
    public ConcurrentQueue<Func<HttpContext, Task<bool>>> Faults { get; } = [];

    /// <summary>The org does the next so many writes, and the answer gets lost.</summary>
    public int LostAnswers { get; set; }

    public int MostCalls { get; set; } = 15_000;

    /// <summary>Calls of the last 24 hours, others' among them.</summary>
    public int UsedCalls
    {
        get => _used;
        set => _used = value;
    }

    /// <summary>Records in one answer to a query.</summary>
    public int PageSize { get; set; } = 2_000;

    /// <summary>What a page says where the next one is; null: the truth.</summary>
    public string? NextPage { get; set; }

    /// <summary>Method, path and the header about assignment rules of every call but logins.</summary>
    public IReadOnlyList<string> Calls => [.. _calls];

    public void Map(WebApplication app) => app.Run(AnswerAsync);

    public static Func<HttpContext, Task<bool>> Status(int status, string? retryAfter = null) =>
        context =>
        {
            context.Response.StatusCode = status;
            if (retryAfter is not null)
            {
                context.Response.Headers.RetryAfter = retryAfter;
            }

            return Task.FromResult(true);
        };

    public static Func<HttpContext, Task<bool>> Error(int status, string code, string message) =>
        async context =>
        {
            await RefuseAsync(context, status, code, message);
            return true;
        };

    public static Task<bool> Reset(HttpContext context)
    {
        context.Abort();
        return Task.FromResult(true);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path == "/services/oauth2/token" && HttpMethods.IsPost(context.Request.Method))
        {
            await Login.AnswerAsync(context);
            return;
        }

        _calls.Enqueue(
            $"{context.Request.Method} {path}{(context.Request.Headers.TryGetValue("Sforce-Auto-Assign", out var assign) ? $" {assign}" : "")}"
        );
        var used = Interlocked.Increment(ref _used);
        context.Response.Headers["Sforce-Limit-Info"] = string.Create(
            CultureInfo.InvariantCulture,
            $"api-usage={used}/{MostCalls}; per-app-api-usage=1/250(appName=scoreguard)"
        );
        if (Faults.TryDequeue(out var fault) && await fault(context))
        {
            return;
        }

        if (!Login.Knows(context.Request.Headers.Authorization.ToString()))
        {
            await RefuseAsync(context, 401, "INVALID_SESSION_ID", "Session expired or invalid");
            return;
        }

        if (used > MostCalls)
        {
            await RefuseAsync(context, 403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
            return;
        }

        if (!path.StartsWith(Root, StringComparison.Ordinal))
        {
            await RefuseAsync(context, 404, "NOT_FOUND", "The requested resource does not exist");
            return;
        }

        await AnswerAsync(context, path[Root.Length..]);
    }

    private Task AnswerAsync(HttpContext context, string path) =>
        (context.Request.Method, path.Split('/')) switch
        {
            ("GET", ["query"]) => QueryAsync(context),
            ("GET", ["query", var locator]) => NextAsync(context, locator),
            ("PATCH", ["composite", "sobjects", "Lead", var field]) => UpsertAsync(context, field),
            ("POST", ["composite", "sobjects"]) => WriteAsync(context, row => Org.Insert(row, Assigns(context))),
            ("PATCH", ["composite", "sobjects"]) => WriteAsync(context, Org.Update),
            ("DELETE", ["composite", "sobjects"]) => DeleteAsync(context),
            _ => RefuseAsync(context, 404, "NOT_FOUND", "The requested resource does not exist"),
        };

    /// <summary>Unless it is told not to, Salesforce does.</summary>
    private static bool Assigns(HttpContext context) =>
        !context.Request.Headers["Sforce-Auto-Assign"].ToString().Equals("FALSE", StringComparison.OrdinalIgnoreCase);

    private Task UpsertAsync(HttpContext context, string field) =>
        Org.ExternalIds.Contains(field)
            ? WriteAsync(context, row => Org.Upsert(field, row, Assigns(context)))
            : RefuseAsync(
                context,
                404,
                "NOT_FOUND",
                $"Provided external ID field does not exist or is not accessible: {field}"
            );

    private async Task WriteAsync(HttpContext context, Func<JsonObject, JsonObject> write)
    {
        if (context.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true)
        {
            await RefuseAsync(context, 415, "UNSUPPORTED_MEDIA_TYPE", "Unsupported Media Type");
            return;
        }

        JsonArray rows;
        try
        {
            var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
            rows = body["records"]!.AsArray();
            if (body.Any(member => member.Key is not ("allOrNone" or "records")) || (bool?)body["allOrNone"] == true)
            {
                await RefuseAsync(context, 400, "JSON_PARSER_ERROR", "Unrecognized field");
                return;
            }
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or NullReferenceException)
        {
            await RefuseAsync(context, 400, "JSON_PARSER_ERROR", "Unexpected character");
            return;
        }

        if (rows.Count is 0 or > MostRows)
        {
            await RefuseAsync(
                context,
                400,
                "EXCEEDED_ID_LIMIT",
                "record limit reached. cannot submit more than 200 records into this call"
            );
            return;
        }

        await FinishAsync(context, [.. rows.Select(row => write(row!.AsObject()))]);
    }

    private async Task DeleteAsync(HttpContext context)
    {
        var ids = context.Request.Query["ids"].ToString().Split(',');
        if (ids.Length > MostRows || ids.Any(id => id.Length is not (15 or 18)))
        {
            await RefuseAsync(context, 400, "MALFORMED_ID", "bad id");
            return;
        }

        await FinishAsync(context, [.. ids.Select(Org.Delete)]);
    }

    private async Task FinishAsync(HttpContext context, JsonObject[] rows)
    {
        if (LostAnswers > 0)
        {
            LostAnswers--;
            context.Abort();
            return;
        }

        await context.Response.WriteAsJsonAsync(new JsonArray([.. rows]));
    }

    private async Task QueryAsync(HttpContext context)
    {
        var query = SoqlQuery.Parse(context.Request.Query["q"].ToString());
        if (query is null)
        {
            await RefuseAsync(context, 400, "MALFORMED_QUERY", "unexpected token");
            return;
        }

        if (!Org.HasType(query.Type))
        {
            await RefuseAsync(context, 400, "INVALID_TYPE", $"sObject type '{query.Type}' is not supported.");
            return;
        }

        if (query.Columns.FirstOrDefault(column => Org.FindField(query.Type, column) is null) is { } unknown)
        {
            await RefuseAsync(
                context,
                400,
                "INVALID_FIELD",
                $"\nSELECT {unknown} FROM\n       ^\nERROR at Row:1:Column:8\nNo such column '{unknown}' on entity '{query.Type}'."
            );
            return;
        }

        var found = new JsonArray([
            .. Org.Of(query.Type)
                .Where(record => query.Finds(field => Org.Read(record, field)))
                .Select(record => Spell(record, query.Fields)),
        ]);
        await PageAsync(context, found, found.Count);
    }

    private Task NextAsync(HttpContext context, string locator) =>
        _rest.TryRemove(locator, out var rest)
            ? PageAsync(context, rest, rest.Count)
            : RefuseAsync(context, 400, "INVALID_QUERY_LOCATOR", "invalid query locator");

    private async Task PageAsync(HttpContext context, JsonArray records, int total)
    {
        var answer = new JsonObject { ["totalSize"] = total, ["done"] = records.Count <= PageSize };
        if (records.Count > PageSize)
        {
            var locator = $"01g5e00000000{_rest.Count:00}AAA-{PageSize}";
            _rest[locator] = new JsonArray([.. records.Skip(PageSize).Select(record => record!.DeepClone())]);
            answer["nextRecordsUrl"] = NextPage ?? Root + "query/" + locator;
        }

        answer["records"] = new JsonArray([.. records.Take(PageSize).Select(record => record!.DeepClone())]);
        await context.Response.WriteAsJsonAsync(answer);
    }

    /// <summary>Fields are spelled as the org has them, not as they were asked for.</summary>
    private JsonObject Spell(FakeRecord record, string[] fields)
    {
        var json = new JsonObject
        {
            ["attributes"] = new JsonObject
            {
                ["type"] = record.Type,
                ["url"] = $"{Root}sobjects/{record.Type}/{record.Id}",
            },
        };
        foreach (var field in fields)
        {
            var name = Org.FindField(record.Type, field.Split('.')[0])!;
            json[name] =
                name == "Owner"
                    ? new JsonObject { ["attributes"] = new JsonObject(), ["Name"] = "Integration" }
                    : Org.ToJson(name, Org.Read(record, name));
        }

        return json;
    }

    private static Task RefuseAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(
            new JsonArray(new JsonObject { ["message"] = message, ["errorCode"] = code })
        );
    }
}
