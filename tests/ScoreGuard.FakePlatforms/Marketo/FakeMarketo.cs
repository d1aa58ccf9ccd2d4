using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ScoreGuard.FakePlatforms.Marketo;

/// <summary>A Marketo instance with Marketo's habits: 200 for nearly everything, its limits, tokens, pages and late scores.</summary>
public sealed class FakeMarketo : IAsyncDisposable
{
    public const string ClientId = "4d2f6c1e-0000-4000-8000-000000000001";
    public const string ClientSecret = "s3cret/with+signs&more=1";

    private const int LongestAddress = 8 * 1024;
    private const int LongestBody = 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly FakeMarketoIdentity _identity;
    private readonly FakeMarketoLimits _limits;
    private readonly FakeMarketoLeads _leads;
    private readonly FakeMarketoLists _lists;
    private readonly FakeMarketoActions _actions;
    private readonly FakeMarketoAssets _assets;
    private readonly List<(Func<string, bool> On, FakeMarketoFault Fault)> _faults = [];
    private readonly List<(string Method, string Path, DateTimeOffset At)> _calls = [];
    private PlatformServer? _server;
    private int _running;

    private FakeMarketo(FakeMarketoInstance instance, TimeProvider time)
    {
        Instance = instance;
        _identity = new(time);
        _limits = new(time);
        _leads = new(instance);
        _lists = new(instance, _leads);
        _actions = new(instance);
        _assets = new(instance);
    }

    public FakeMarketoInstance Instance { get; }

    public Uri Url => _server!.Url;

    /// <summary>Leads that are there.</summary>
    public IReadOnlyList<FakeMarketoLead> Records => Instance.Leads;

    /// <summary>Calls that count, in order: their method and their path without its query.</summary>
    public IReadOnlyList<(string Method, string Path, DateTimeOffset At)> Calls => _calls;

    /// <summary>How many access tokens there were.</summary>
    public int TokensGiven => _identity.Given;

    /// <summary>Calls a day. Default 50,000.</summary>
    public int DailyQuota
    {
        get => _limits.Quota;
        set => _limits.Quota = value;
    }

    /// <summary>Most activities of a page. Default 300.</summary>
    public int ActivityPageRows
    {
        get => _actions.PageRows;
        set => _actions.PageRows = value;
    }

    /// <param name="score">What the platform computes of a lead's fields and of what it did.</param>
    public static async Task<FakeMarketo> StartAsync(
        TimeProvider time,
        Func<
            IReadOnlyDictionary<string, string?>,
            IReadOnlyList<(string Kind, string Name, IReadOnlyDictionary<string, string?> Properties)>,
            IReadOnlyDictionary<string, string?>
        > score
    )
    {
        var fake = new FakeMarketo(new(time, score), time);
        fake._server = await PlatformServer.StartAsync(app => app.Run(fake.AnswerAsync));
        return fake;
    }

    /// <summary>Lets the next calls whose path ends so go wrong, one fault a call.</summary>
    public void FailNext(string path, params FakeMarketoFault[] faults)
    {
        lock (_gate)
        {
            _faults.AddRange(
                faults.Select(fault =>
                    ((Func<string, bool>)(called => called.EndsWith(path, StringComparison.Ordinal)), fault)
                )
            );
        }
    }

    /// <summary>Ends the token that is in use.</summary>
    public void ExpireToken() => _identity.Expire();

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _running);
        try
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            var answer = Handle(context, body);
            if (answer is null)
            {
                context.Abort();
                return;
            }

            context.Response.StatusCode = answer.Status;
            context.Response.ContentType = answer.Body is null ? "text/html" : "application/json;charset=UTF-8";
            await context.Response.WriteAsync(answer.Body?.ToJsonString() ?? "<html>an error</html>");
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    /// <summary>Null: the connection breaks.</summary>
    private Answered? Handle(HttpContext context, string body)
    {
        lock (_gate)
        {
            try
            {
                return HandleInOrder(context, body);
            }
            catch (FakeMarketoRefusal refusal)
            {
                return refusal.Status == 200
                    ? new(200, FakeMarketoAnswers.Failure(refusal.Code, refusal.Message))
                    : new(refusal.Status, null);
            }
            catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException)
            {
                return new(200, FakeMarketoAnswers.Failure(609, "Invalid JSON"));
            }
        }
    }

    private Answered? HandleInOrder(HttpContext context, string body)
    {
        var request = context.Request;
        var path = $"{request.Path}";
        if (path == "/identity/oauth/token")
        {
            return Identify(request);
        }

        Instance.CatchUp();
        _calls.Add((request.Method, path, Instance.Now));
        CheckSize(request, body);
        _limits.Pass(_running);
        _identity.Check(request.Headers.Authorization);
        if (request.Query.ContainsKey("access_token"))
        {
            throw new FakeMarketoRefusal(601, "Access token invalid");
        }

        return TakeFault(path) switch
        {
            null => new(200, Route(request, path, body)),
            FakeMarketoFault.Code(var code, var message) => throw new FakeMarketoRefusal(code, message),
            FakeMarketoFault.Status(var status) => new(status, null),
            FakeMarketoFault.LateAndBroken(var by) => Late(body, by),
            FakeMarketoFault.DoneAndBroken => DoAndBreak(request, path, body),
            _ => null,
        };
    }

    private Answered Identify(HttpRequest request) =>
        TakeFault($"{request.Path}") is FakeMarketoFault.Status(var status) ? new(status, null)
        : request.Query["grant_type"] == "client_credentials"
        && request.Query["client_id"] == ClientId
        && request.Query["client_secret"] == ClientSecret
            ? new(200, _identity.Give())
        : new(
            401,
            new JsonObject { ["error"] = "unauthorized", ["error_description"] = "No client with requested id" }
        );

    private static void CheckSize(HttpRequest request, string body)
    {
        if ($"{request.Path}{request.QueryString}".Length > LongestAddress)
        {
            throw new FakeMarketoRefusal(0, "URI too long", 414);
        }

        if (body.Length > LongestBody)
        {
            throw new FakeMarketoRefusal(0, "Entity too large", 413);
        }
    }

    private FakeMarketoFault? TakeFault(string path)
    {
        var at = _faults.FindIndex(fault => fault.On(path));
        if (at < 0)
        {
            return null;
        }

        var taken = _faults[at].Fault;
        _faults.RemoveAt(at);
        return taken;
    }

    private Answered? Late(string body, TimeSpan by)
    {
        _leads.SyncLate(JsonNode.Parse(body)!.AsObject(), by);
        return null;
    }

    private Answered? DoAndBreak(HttpRequest request, string path, string body)
    {
        Route(request, path, body);
        return null;
    }

    private JsonObject Route(HttpRequest request, string path, string body)
    {
        var isGet = request.Method == "GET" || request.Query["_method"] == "GET";
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var parameters = new FakeMarketoRequest(
            request.Method == "GET"
                ? request.Query.ToDictionary(pair => pair.Key, pair => pair.Value)
                : Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(isGet ? body : $"{request.QueryString}")
        );
        return isGet ? Read(segments, parameters) : Write(segments, Json(request, body));
    }

    private static JsonObject Json(HttpRequest request, string body) =>
        request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true
            ? JsonNode.Parse(body)?.AsObject() ?? throw new FakeMarketoRefusal(609, "Invalid JSON")
            : throw new FakeMarketoRefusal(612, "Invalid Content Type");

    private JsonObject Read(string[] path, FakeMarketoRequest request) =>
        path switch
        {
            ["rest", "v1", "leads.json"] => _leads.Find(request),
            ["rest", "v1", "leads", "describe2.json"] => _leads.Describe(),
            ["rest", "v1", "lists", var list, "leads.json"] => _lists.Members(int.Parse(list), request),
            ["rest", "v1", "lists", var list, "leads", "ismember.json"] => _lists.IsMember(int.Parse(list), request),
            ["rest", "v1", "activities", "types.json"] => _actions.Types(),
            ["rest", "v1", "activities", "pagingtoken.json"] => FakeMarketoActions.PagingToken(request),
            ["rest", "v1", "activities.json"] => _actions.Log(request),
            ["rest", "asset", "v1", "smartCampaigns.json"] => _assets.Campaigns(request),
            ["rest", "asset", "v1", "smartCampaign", var id, "smartList.json"] => _assets.SmartList(
                int.Parse(id),
                request
            ),
            ["rest", "asset", "v1", "folder", var id, "tokens.json"] => _assets.Tokens(int.Parse(id), request),
            _ => throw new FakeMarketoRefusal(610, "Requested resource not found"),
        };

    private JsonObject Write(string[] path, JsonObject body) =>
        path switch
        {
            ["rest", "v1", "leads.json"] => _leads.Sync(body),
            ["rest", "v1", "leads", "delete.json"] => _leads.Delete(body),
            ["rest", "v1", "leads", "submitForm.json"] => _leads.SubmitForm(body),
            ["rest", "v1", "lists", var list, "leads.json"] => _lists.Join(int.Parse(list), body),
            ["rest", "v1", "activities", "external.json"] => _actions.Add(body),
            ["rest", "v1", "programs", var id, "members", "status.json"] => _actions.SetStatus(int.Parse(id), body),
            ["rest", "v1", "campaigns", var id, "trigger.json"] => _actions.Trigger(int.Parse(id), body),
            _ => throw new FakeMarketoRefusal(610, "Requested resource not found"),
        };

    private sealed record Answered(int Status, JsonObject? Body);
}
