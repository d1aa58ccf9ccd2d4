using System.Text.Json;
using System.Text.RegularExpressions;
using ScoreGuard.Domain.Targets;
using ScoreGuard.FakePlatforms.Mautic;

namespace ScoreGuard.Targets.Tests.Mautic;

/// <summary>
/// The second opinion: what the adapter sends, and what the fake answers, against what Mautic's documentation says of both.
/// </summary>
public sealed class MauticDocumentationTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Everything_that_is_sent_is_documented(bool isClient)
    {
        await using var bench = await MauticBench.StartAsync();
        if (isClient)
        {
            bench.UseClient();
        }

        await DoEverythingAsync(bench);
        var kinds = bench.Mautic.Calls.Select(DocumentationOf).Distinct().ToList();
        kinds.Count.ShouldBe(DocumentedRequest.All.Count - (isClient ? 0 : 1));
    }

    [Theory]
    [InlineData("PUT", "/api/contacts/batch/edit", "Basic x", "[]")]
    [InlineData("GET", "/api/contacts?published=1&start=0", "Basic x", "")]
    [InlineData("GET", "/api/contacts", null, "")]
    [InlineData("POST", "/mtc/event", "Basic x", "a=b")]
    [InlineData("POST", "/api/contacts/batch/new", "Basic x", "{}")]
    public void What_is_not_documented_is_found(string method, string path, string? authorization, string body) =>
        Should.Throw<FormatException>(() => DocumentationOf(new(1, method, path, authorization, null, body)));

    /// <summary>The documented contact: ids as numbers, a list keyed by id with its total as text, fields by group and all at once.</summary>
    [Fact]
    public async Task Contacts_are_answered_in_the_documented_shape()
    {
        await using var bench = await MauticBench.StartAsync();
        var made = await bench.CreateAsync(1);
        var list = await GetAsync(bench, "api/contacts?start=0&limit=10");
        list.GetProperty("total").ValueKind.ShouldBe(JsonValueKind.String);
        var listed = list.GetProperty("contacts").GetProperty(made.Record!);
        var contact = (await GetAsync(bench, $"api/contacts/{made.Record}")).GetProperty("contact");
        foreach (var seen in new[] { listed, contact })
        {
            seen.GetProperty("id").ValueKind.ShouldBe(JsonValueKind.Number);
            seen.GetProperty("points").ValueKind.ShouldBe(JsonValueKind.Number);
            seen.GetProperty("owner").ValueKind.ShouldBe(JsonValueKind.Null);
            var field = seen.GetProperty("fields").GetProperty("core").GetProperty("email");
            field.GetProperty("alias").GetString().ShouldBe("email");
            field.GetProperty("value").GetString().ShouldBe("sg-1@leads.invalid");
            seen.GetProperty("fields")
                .GetProperty("all")
                .GetProperty("email")
                .GetString()
                .ShouldBe("sg-1@leads.invalid");
        }

        (await GetAsync(bench, "api/contacts?where[0][col]=sg_run&where[0][expr]=eq&where[0][val]=none"))
            .GetProperty("contacts")
            .ValueKind.ShouldBe(JsonValueKind.Array);
    }

    [Theory]
    [InlineData("points", "points", JsonValueKind.Array)]
    [InlineData("points/groups", "pointGroups", JsonValueKind.Array)]
    [InlineData("stages", "stages", JsonValueKind.Array)]
    [InlineData("campaigns", "campaigns", JsonValueKind.Object)]
    [InlineData("segments", "lists", JsonValueKind.Object)]
    [InlineData("forms", "forms", JsonValueKind.Array)]
    public async Task Lists_are_answered_in_the_documented_shape(string path, string name, JsonValueKind kind)
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Configure(path, """[{"id":7,"name":"A"},{"id":9,"name":"B"}]""");
        var answer = await GetAsync(bench, $"api/{path}?start=0&limit=10");
        answer.GetProperty("total").GetInt32().ShouldBe(2);
        answer.GetProperty(name).ValueKind.ShouldBe(kind);
    }

    private static async Task DoEverythingAsync(MauticBench bench)
    {
        bench.Configure("forms", """[{"id":3,"name":"Demo","alias":"demo","isPublished":true,"fields":[]}]""");
        bench.Configure("segments", """[{"id":4,"name":"Hot"}]""");
        bench.Configure("campaigns", """[{"id":7,"name":"Nurture"}]""");
        bench.Configure("stages", """[{"id":9,"name":"MQL","weight":20,"isPublished":true}]""");
        bench.Definition = bench.Definition with
        {
            Outcome = bench.Definition.Outcome with { Scores = [new("points", "points"), new("web", "group.Web")] },
        };
        var made = await bench.CreateAsync(1, new TargetProperty("position", "Head of R&D, \"Labs\" + more"));
        await bench.SignalAsync(
            MauticBench.Signal(SignalKind.Update, "", made, 1, new TargetProperty("country", "DE"))
        );
        await bench.SignalAsync(MauticBench.Signal(SignalKind.Form, "Demo", made, 1));
        await bench.SignalAsync(MauticBench.Signal(SignalKind.Visit, "https://a.example/?b=c&d=e", made, 1));
        await bench.SignalAsync(MauticBench.Signal(SignalKind.Event, "12:paper", made, 1));
        await bench.SignalAsync(MauticBench.Signal(SignalKind.Member, "Hot", made, 1));
        await bench.SignalAsync(MauticBench.Signal(SignalKind.Request, "Nurture", made, 1));
        await bench.SignalAsync(MauticBench.Signal(SignalKind.Stage, "", made, 1, new TargetProperty("stage", "MQL")));
        await bench.ObserveAsync(made);
        await bench.Target.FindBreachesAsync(made.Record!, default);
        await bench.Target.ListAsync(null, default);
        await bench.Target.FindConfigurationAsync(default);
        await bench.Target.DeleteAsync([made.Record!], default);
    }

    private static DocumentedRequest DocumentationOf(FakeMauticCall call)
    {
        var parts = call.Path.Split('?', 2);
        var documented =
            DocumentedRequest.All.FirstOrDefault(request =>
                request.Method == call.Method
                && Regex.IsMatch(parts[0], $"^{request.Path}$", RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1))
            ) ?? throw new FormatException($"Not documented: {call.Method} {call.Path}");
        foreach (var name in DocumentedRequest.Names(parts is [_, var query] ? query : ""))
        {
            if (!documented.Allows(name))
            {
                throw new FormatException($"Not documented at {call.Method} {parts[0]}: {name}");
            }
        }

        if (documented.HasCredentials != call.Authorization is not null)
        {
            throw new FormatException($"Credentials at {call.Method} {parts[0]}: {call.Authorization is not null}");
        }

        return BodyOf(call) == documented.Body
            ? documented
            : throw new FormatException($"The body of {call.Method} {parts[0]} is no {documented.Body}.");
    }

    private static string BodyOf(FakeMauticCall call)
    {
        if (call.Body.Length == 0)
        {
            return "none";
        }

        if (call.Body[0] is not ('[' or '{'))
        {
            return "form";
        }

        using var json = JsonDocument.Parse(call.Body);
        return
            json.RootElement.ValueKind == JsonValueKind.Array
            && json.RootElement.EnumerateArray().All(row => row.ValueKind == JsonValueKind.Object)
            ? "rows"
            : "other";
    }

    private static async Task<JsonElement> GetAsync(MauticBench bench, string path)
    {
        using var http = new HttpClient { BaseAddress = bench.Mautic.Url };
        http.DefaultRequestHeaders.Authorization = new(
            "Basic",
            Convert.ToBase64String(
                System.Text.Encoding.UTF8.GetBytes($"{FakeMauticAccounts.User}:{FakeMauticAccounts.Password}")
            )
        );
        using var answer = await http.GetAsync(path);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.Clone();
    }
}
