using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ScoreGuard.FakePlatforms.HubSpot;

/// <summary>
/// HubSpot as far as ScoreGuard calls it: contacts in batches, the search with its lagging index, custom events, lead scores to
/// read. It refuses what the real one refuses, in its words, and goes wrong on demand.
/// </summary>
public sealed class FakeHubSpot : IAsyncDisposable
{
    private const string Json = "application/json";

    private readonly Lock _gate = new();
    private readonly List<HubSpotCall> _calls = [];
    private readonly List<(HubSpotFault Fault, int Seen)> _faults = [];
    private readonly HubSpotPace _pace;
    private readonly HubSpotPace _searchPace;
    private readonly HubSpotContacts _contacts;
    private readonly HubSpotContactWrites _writes;
    private readonly HubSpotEvents _events;
    private PlatformServer? _server;

    private FakeHubSpot(TimeProvider time, HubSpotScoring scoring, HubSpotHabitsOfAFake habits)
    {
        Habits = habits;
        _pace = new(habits.CallsInTenSeconds, TimeSpan.FromSeconds(10), time);
        _searchPace = new(habits.SearchesInASecond, TimeSpan.FromSeconds(1), time);
        _contacts = new(time, scoring, habits);
        _writes = new(_contacts, time, scoring, habits);
        _events = new(_contacts, time, habits);
    }

    public HubSpotHabitsOfAFake Habits { get; }

    public Uri Url => _server!.Url;

    /// <summary>All contacts that ever were, in the order of their creation.</summary>
    public IReadOnlyList<HubSpotContact> Records
    {
        get
        {
            lock (_gate)
            {
                return [.. _contacts.All];
            }
        }
    }

    /// <summary>All calls so far.</summary>
    public IReadOnlyList<HubSpotCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>Lead scores by id, as JSON.</summary>
    public IDictionary<string, string> Scores { get; } = new ConcurrentDictionary<string, string>();

    /// <summary>Drafts of lead scores by the score's id, as JSON.</summary>
    public IDictionary<string, string> Drafts { get; } = new ConcurrentDictionary<string, string>();

    /// <summary>Definitions of contact properties: name, type, field type.</summary>
    public IList<(string Name, string Type, string FieldType)> Properties { get; } = [];

    public static async Task<FakeHubSpot> StartAsync(
        TimeProvider time,
        HubSpotScoring scoring,
        HubSpotHabitsOfAFake? habits = null
    )
    {
        var fake = new FakeHubSpot(time, scoring, habits ?? new());
        fake._server = await PlatformServer.StartAsync(app => app.Run(fake.AnswerAsync));
        return fake;
    }

    /// <summary>Lets something go wrong; faults befall calls in the order in which they were added.</summary>
    public void Add(HubSpotFault fault)
    {
        lock (_gate)
        {
            _faults.Add((fault, 0));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var call = new HubSpotCall(
            context.Request.Method,
            context.Request.Path.Value!.TrimStart('/'),
            context.Request.QueryString.Value ?? "",
            await reader.ReadToEndAsync()
        );
        HubSpotReply? reply;
        HubSpotFault? fault;
        lock (_gate)
        {
            _calls.Add(call);
            fault = TakeFault(call);
            reply = Answer(call, context.Request, fault);
        }

        if (fault?.Kind is HubSpotFaultKind.Reset or HubSpotFaultKind.AnswerLost)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (fault?.Kind == HubSpotFaultKind.Status)
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<html><body>Bad gateway</body></html>");
        }
        else if (reply.Body is not null)
        {
            context.Response.ContentType = Json;
            await context.Response.WriteAsync(reply.Body.ToJsonString());
        }
    }

    private HubSpotReply Answer(HubSpotCall call, HttpRequest request, HubSpotFault? fault) =>
        fault?.Kind switch
        {
            HubSpotFaultKind.TooManyCalls => HubSpotReply.TooMany("TEN_SECONDLY_ROLLING", fault.RetryAfter),
            HubSpotFaultKind.DayIsSpent => HubSpotReply.TooMany("DAILY", fault.RetryAfter),
            HubSpotFaultKind.TokenRefused => TokenRefused(),
            HubSpotFaultKind.ScopeMissing => HubSpotReply.ScopeMissing(),
            HubSpotFaultKind.Status or HubSpotFaultKind.Reset => new(fault.Status, null),
            _ when request.Headers.Authorization != $"Bearer {Habits.Token}" => TokenRefused(),
            _ => Paced(call, request, fault),
        };

    private static HubSpotReply TokenRefused() =>
        HubSpotReply.Refused(
            401,
            "INVALID_AUTHENTICATION",
            "Authentication credentials not found. This API supports OAuth 2.0 authentication."
        );

    private HubSpotReply Paced(HubSpotCall call, HttpRequest request, HubSpotFault? fault)
    {
        var isSearch = call.Path.EndsWith("/search", StringComparison.Ordinal);
        if (!_pace.TryPass())
        {
            return HubSpotReply.TooMany("TEN_SECONDLY_ROLLING", retryAfter: null);
        }

        if (isSearch && !_searchPace.TryPass())
        {
            return HubSpotReply.TooMany("SECONDLY", retryAfter: null);
        }

        var reply = Route(call, request, fault);
        // The search says nothing of its limits.
        return isSearch ? reply : reply with { Headers = [.. reply.Headers, .. LimitHeaders()] };
    }

    private (string Name, string Value)[] LimitHeaders() =>
        [
            ("X-HubSpot-RateLimit-Interval-Milliseconds", "10000"),
            ("X-HubSpot-RateLimit-Max", $"{Habits.CallsInTenSeconds}"),
            ("X-HubSpot-RateLimit-Remaining", $"{_pace.Left}"),
        ];

    private HubSpotReply Route(HubSpotCall call, HttpRequest request, HubSpotFault? fault)
    {
        if (call.Method == "GET")
        {
            return HubSpotScorePages.Answer(this, call.Path, request.Query)
                ?? HubSpotReply.Missing($"No endpoint {call.Path}.");
        }

        if (call.Method != "POST" || request.ContentType?.StartsWith(Json, StringComparison.Ordinal) != true)
        {
            return HubSpotReply.Refused(415, "UNSUPPORTED_MEDIA_TYPE", "The body must be JSON.");
        }

        JsonObject body;
        try
        {
            body = JsonNode.Parse(call.Body) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return HubSpotReply.Invalid("Invalid input JSON.");
        }

        const string Contacts = "crm/v3/objects/contacts/";
        return call.Path switch
        {
            Contacts + "batch/upsert" => _writes.Write(body, isUpsert: true, fault),
            Contacts + "batch/update" => _writes.Write(body, isUpsert: false, fault),
            Contacts + "batch/read" => _contacts.Read(body),
            Contacts + "batch/archive" => _contacts.Archive(body),
            Contacts + "gdpr-delete" => _contacts.Erase(body),
            Contacts + "search" => _contacts.Search(body),
            "events/v3/send/batch" => _events.Send(body),
            _ => HubSpotReply.Missing($"No endpoint {call.Path}."),
        };
    }

    private HubSpotFault? TakeFault(HubSpotCall call)
    {
        for (var i = 0; i < _faults.Count; i++)
        {
            var (fault, seen) = _faults[i];
            if (!call.Path.Contains(fault.On, StringComparison.Ordinal) || seen >= fault.After + fault.Times)
            {
                continue;
            }

            _faults[i] = (fault, seen + 1);
            return seen >= fault.After ? fault : null;
        }

        return null;
    }
}

/// <param name="Path">Without the leading slash.</param>
/// <param name="Query">With its question mark; empty: none.</param>
public sealed record HubSpotCall(string Method, string Path, string Query, string Body);
