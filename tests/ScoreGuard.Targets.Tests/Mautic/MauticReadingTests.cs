using System.Collections.Immutable;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.Testing;

namespace ScoreGuard.Targets.Tests.Mautic;

/// <summary>Configurations in the API's shapes, read, and leads scored by them against numbers reckoned by hand.</summary>
public sealed class MauticReadingTests
{
    private const string Lead = """{"id":"L","createdAt":"2026-03-01T00:00:00Z",""";

    private static readonly ImmutableArray<SignalMapping> Signals =
    [
        new("form_submit", SignalKind.Form, "demo", [new("form", "demo")], [], []),
        new("form_submit", SignalKind.Form, "4", [new("form", "paper")], [], []),
        new("web_visit", SignalKind.Visit, "", [], [new("url", "page_url")], []),
        new("landing", SignalKind.Visit, "welcome", [], [], []),
        new("download", SignalKind.Event, "12:paper", [], [], []),
        new("listed", SignalKind.Member, "hot", [], [], []),
        new("moved", SignalKind.Stage, "", [], [new("stage", "stage")], []),
    ];

    [Theory]
    [InlineData("action-once", "form demo; form demo; form paper", "points=5")]
    [InlineData("action-repeatable", "form demo; form demo; form paper", "points=10")]
    [InlineData("action-any-form", "form demo; form demo; form paper; form other", "points=9")]
    [InlineData("action-negative", "form demo; form demo", "points=-14")]
    [InlineData("action-unpublished", "form demo", "points=0")]
    [InlineData("action-not-yet", "form demo", "points=0")]
    [InlineData("action-over", "form demo", "points=0")]
    [InlineData("url-star", "visit https://a.example/pricing/eu; visit https://a.example/", "points=3")]
    [InlineData("url-star", "visit https://a.example/Pricing", "points=0")]
    [InlineData("url-question", "visit https://a.example/p1; visit https://a.example/p12", "points=3")]
    [InlineData(
        "url-class",
        "visit https://a.example/p1; visit https://a.example/p4; visit https://a.example/pa",
        "points=3"
    )]
    [InlineData("url-entity", "visit https://a.example/?a=1&b=2", "points=3")]
    [InlineData("url-hits", "visit https://a.example/x; visit https://a.example/y", "points=0")]
    [InlineData(
        "url-hits",
        "visit https://a.example/x; visit https://a.example/y; visit https://a.example/z; visit https://a.example/x",
        "points=6"
    )]
    [InlineData(
        "url-hits",
        "visit https://A.example/x; visit https://a.example/y; visit https://a.example/z",
        "points=3"
    )]
    [InlineData(
        "url-hits-once",
        "visit https://a.example/x; visit https://a.example/x; visit https://a.example/x",
        "points=3"
    )]
    [InlineData("url-first", "visit https://a.example/x; visit https://a.example/x", "points=3")]
    [InlineData("url-within", "visit https://a.example/x; visit https://a.example/x", "points=3")]
    [InlineData("url-within", "visit https://a.example/x; wait 3h; visit https://a.example/x", "points=0")]
    [InlineData("url-after", "visit https://a.example/x; visit https://a.example/x", "points=0")]
    [InlineData("url-after", "visit https://a.example/x; wait 3h; visit https://a.example/x", "points=3")]
    [InlineData("url-time", "visit https://a.example/x", "points=0")]
    [InlineData("url-all", "visit https://a.example/x; visit welcome", "points=3")]
    [InlineData("landing", "landing; landing; visit https://a.example/x", "points=4")]
    [InlineData("asset", "download; download", "points=7")]
    [InlineData("group", "form demo", "points=0 Fit=8")]
    [InlineData("group", "", "points=0 Fit=null")]
    [InlineData("form-plus-minus", "form demo; form demo", "points=4")]
    [InlineData("form-times", "form demo; form demo", "points=30")]
    [InlineData("form-divide", "form demo", "points=4")]
    [InlineData("form-zero", "form demo", "points=7")]
    [InlineData("form-group-set", "form demo; form demo", "points=0 Fit=42")]
    [InlineData("campaign-form", "form demo; form demo", "points=25")]
    [InlineData("campaign-segment", "change DE; change FR", "points=15")]
    [InlineData("campaign-segment", "change FR", "points=0")]
    [InlineData("campaign-member", "listed; listed", "points=12")]
    [InlineData("stages", "form demo", "points=0 stage=MQL")]
    [InlineData("stages", "stage Customer; form demo", "points=0 stage=Customer")]
    [InlineData("stages", "stage Equal; form demo", "points=0 stage=MQL")]
    [InlineData("stages", "stage Customer; stage Lead", "points=0 stage=Lead")]
    [InlineData("stages", "", "points=0 stage=No stage")]
    [InlineData("trigger-stage", "form demo; form demo", "points=20 stage=MQL")]
    [InlineData("trigger-stage", "form demo; form demo; stage Lead; form demo", "points=30 stage=Lead")]
    [InlineData("trigger-stage", "form demo", "points=10 stage=No stage")]
    public async Task Leads_score_as_on_Mautic(string configuration, string acts, string scores)
    {
        await using var bench = await MauticBench.StartAsync();
        MauticConfigurations.Put(bench, configuration);
        var snapshot = await ReadAsync(bench);
        var model = ModelTexts.Read(snapshot.Model!);
        using var leads = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(LeadThat(acts)));
        var outcome = ModelTexts.Outcomes(
            model,
            leads,
            new(DateTimeOffset.Parse("2026-03-31T00:00:00Z").ToUnixTimeMilliseconds())
        );
        Said(outcome.Single()).ShouldBe(scores);
    }

    [Theory]
    [InlineData("action-once", "Exact")]
    [InlineData("url-star", "Exact")]
    [InlineData("url-hits", "Exact")]
    [InlineData("form-times", "Exact, Exact")]
    [InlineData("url-first", "Approximated")]
    [InlineData("url-within", "Approximated")]
    [InlineData("url-time", "LeftOut")]
    [InlineData("asset", "Exact")]
    [InlineData("group-nothing", "Exact, Approximated")]
    [InlineData("form-factors", "Approximated, Approximated")]
    [InlineData("form-mail", "LeftOut, Exact")]
    [InlineData("page-some", "LeftOut")]
    [InlineData("plugin", "LeftOut")]
    [InlineData("ends", "Approximated")]
    [InlineData("email", "LeftOut")]
    [InlineData("group", "Exact, Exact")]
    [InlineData("group-unsaid", "Exact, Approximated")]
    [InlineData("unmapped", "LeftOut")]
    [InlineData("form-divide", "Approximated, Exact")]
    [InlineData("campaign-form", "Approximated, LeftOut")]
    [InlineData("campaign-decision", "LeftOut, LeftOut")]
    [InlineData("campaign-unknown-filter", "LeftOut")]
    [InlineData("trigger-mail", "LeftOut")]
    public async Task Every_part_says_how_truly_it_is_carried(string configuration, string carried)
    {
        await using var bench = await MauticBench.StartAsync();
        MauticConfigurations.Put(bench, configuration);
        var snapshot = await ReadAsync(bench);
        string.Join(", ", snapshot.Carried.Select(part => part.How)).ShouldBe(carried);
        snapshot.Carried.ShouldAllBe(part => part.How == CarriedHow.Exact == (part.Reason.Length == 0));
        ModelTexts.Read(snapshot.Model!);
    }

    [Theory]
    [InlineData("action-once")]
    [InlineData("form-times")]
    [InlineData("campaign-form")]
    [InlineData("campaign-segment")]
    public async Task Rules_are_noted_by_what_people_on_Mautic_call_them(string configuration)
    {
        await using var bench = await MauticBench.StartAsync();
        MauticConfigurations.Put(bench, configuration);
        var snapshot = await ReadAsync(bench);
        var parts = snapshot.Carried.Select(part => part.Part).ToList();
        var rules = ModelTexts.Read(snapshot.Model!).Dimensions.SelectMany(dimension => dimension.Rules).ToList();
        rules.ShouldNotBeEmpty();
        rules.ShouldAllBe(rule => parts.Contains(rule.Note!));
    }

    [Fact]
    public async Task What_the_API_does_not_say_about_groups_the_workspace_says()
    {
        await using var bench = await MauticBench.StartAsync();
        MauticConfigurations.Put(bench, "group-unsaid");
        bench.Definition = bench.Definition with { Options = [new("point-groups", "1=Fit")] };
        var snapshot = await ReadAsync(bench);
        snapshot.Carried.ShouldAllBe(part => part.How == CarriedHow.Exact);
        using var leads = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(LeadThat("form demo")));
        var model = ModelTexts.Read(snapshot.Model!);
        Said(ModelTexts.Outcomes(model, leads, new(4_000_000_000_000)).Single()).ShouldBe("points=0 Fit=8");
    }

    [Fact]
    public async Task An_empty_Mautic_gives_an_empty_model()
    {
        await using var bench = await MauticBench.StartAsync();
        var snapshot = await ReadAsync(bench);
        ModelTexts.Read(snapshot.Model!);
        snapshot.Carried.ShouldBeEmpty();
        snapshot.Canonical.ShouldBe(
            """{"campaigns":[],"forms":[],"lists":[],"pointGroups":[],"points":[],"stages":[],"triggers":[]}"""
        );
    }

    [Fact]
    public async Task Whatever_people_call_things_the_model_is_accepted()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Configure(
            "stages",
            """[{"id":1,"name":"MQL","weight":1,"isPublished":1},{"id":2,"name":"mql","weight":1,"isPublished":1},{"id":3,"name":"any","weight":2,"isPublished":1},{"id":4,"name":"No stage","weight":3,"isPublished":1},{"id":5,"name":"A.b: (c) \"d\" ü","weight":4,"isPublished":1}]"""
        );
        bench.Configure(
            "points/groups",
            """[{"id":1,"name":"points"},{"id":2,"name":"Fit: A/B.c"},{"id":3,"name":"Fit: A/B.c"},{"id":4,"name":"fit: a/b.c"}]"""
        );
        bench.Configure(
            "points/triggers",
            """[{"id":1,"name":"T","points":5,"isPublished":true,"group":{"id":3},"events":[{"id":1,"name":"E","type":"stage.change","properties":{"stage":5}}]}]"""
        );
        var snapshot = await ReadAsync(bench);
        var model = ModelTexts.Read(snapshot.Model!);
        using var leads = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(LeadThat("stage mql; stage any")));
        Said(ModelTexts.Outcomes(model, leads, new(4_000_000_000_000)).Single())
            .ShouldBe("points=0 points (1)=null Fit: A/B.c=null Fit: A/B.c (3)=null fit: a/b.c=null stage=any (3)");
    }

    [Fact]
    public async Task A_workspace_that_only_reads_needs_no_mapping()
    {
        await using var bench = await MauticBench.StartAsync();
        MauticConfigurations.Put(bench, "stages");
        bench.Definition = TargetDefinition.Model with { Type = TargetType.Mautic, Connection = "mautic" };
        var snapshot = (await bench.Target.FindConfigurationAsync(default))!;
        ModelTexts.Read(snapshot.Model!);
        snapshot.Carried.Count(part => part.How == CarriedHow.LeftOut).ShouldBe(1);
    }

    [Fact]
    public async Task The_snapshot_minds_what_scores_and_not_who_saved_it_when()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Configure(
            "points",
            """[{"id":2,"name":"B","delta":1,"dateModified":"2026-01-01"},{"id":1,"name":"A","delta":2,"properties":[]}]"""
        );
        bench.Configure(
            "forms",
            """[{"id":1,"name":"F","cachedHtml":"x","actions":{"9":{"id":9,"order":1,"properties":{"authorization_header":"Bearer x"}}}}]"""
        );
        var before = await ReadAsync(bench);
        bench.Configure(
            "points",
            """[{"delta":2,"id":1,"name":"A","properties":{},"modifiedBy":4},{"id":2,"name":"B","delta":1,"dateModified":"2026-02-02"}]"""
        );
        bench.Configure(
            "forms",
            """[{"id":1,"name":"F","cachedHtml":"y","actions":[{"id":9,"order":1,"properties":{"authorization_header":"Bearer y"}}]}]"""
        );
        var after = await ReadAsync(bench);
        after.Canonical.ShouldBe(before.Canonical);
        after.Hash.ShouldBe(before.Hash);
        before.Canonical.ShouldNotContain("Bearer");
        bench.Configure("points", """[{"id":2,"name":"B","delta":1},{"id":1,"name":"A","delta":3,"properties":[]}]""");
        (await ReadAsync(bench)).Hash.ShouldNotBe(before.Hash);
    }

    [Fact]
    public async Task Lists_longer_than_a_page_are_read_whole_and_nothing_is_written()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Configure(
            "stages",
            $"[{string.Join(',', Enumerable.Range(1, 450).Select(id => $$"""{"id":{{id}},"name":"S{{id}}","weight":{{id}},"isPublished":true}"""))}]"
        );
        var snapshot = await ReadAsync(bench);
        snapshot.Carried.Length.ShouldBe(450);
        bench.Mautic.Calls.ShouldAllBe(call => call.Method == "GET");
    }

    [Fact]
    public async Task The_listing_names_what_people_named_without_their_markup()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Configure(
            "points",
            """[{"id":2,"name":"*Buy* <b>","type":"form.submit","delta":1,"isPublished":false}]"""
        );
        (await ReadAsync(bench)).Listing.ShouldContain(
            "- 2 **\\*Buy\\* \\<b\\>**: 1 points on form.submit, once a contact, not published\n"
        );
    }

    private static async Task<ConfigurationSnapshot> ReadAsync(MauticBench bench)
    {
        bench.Definition = bench.Definition with
        {
            Leads = bench.Definition.Leads with { Fields = [new("country", "country")] },
            Signals = Signals,
        };
        bench.Restart();
        return (await bench.Target.FindConfigurationAsync(default))!;
    }

    private static string LeadThat(string acts)
    {
        var activities = new List<string>();
        var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        foreach (var act in acts.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (what, how) = act.Split(' ', 2) is [var first, var second] ? (first, second) : (act, "");
            at += what == "wait" ? TimeSpan.FromHours(3) : TimeSpan.FromMinutes(1);
            var activity = what switch
            {
                "form" => $$"""{"type":"form_submit","properties":{"form":"{{how}}"},""",
                "visit" => $$"""{"type":"web_visit","properties":{"url":"{{how}}"},""",
                "change" => $$"""{"type":"attribute_change","properties":{"country":"{{how}}"},""",
                "stage" => $$"""{"type":"moved","properties":{"stage":"{{how}}"},""",
                "landing" or "download" or "listed" => $$"""{"type":"{{what}}",""",
                "wait" => null,
                _ => throw new FormatException($"No act: {act}"),
            };
            if (activity is not null)
            {
                activities.Add($"{activity}\"at\":\"{at:yyyy-MM-ddTHH:mm:ssZ}\"}}");
            }
        }

        return $$"""{{Lead}}"attributes":{},"activities":[{{string.Join(',', activities)}}]}""" + "\n";
    }

    private static string Said(string outcome)
    {
        using var json = System.Text.Json.JsonDocument.Parse(outcome);
        var scores = json
            .RootElement.GetProperty("scores")
            .EnumerateObject()
            .Select(score => $"{score.Name}={score.Value.GetRawText()}");
        return string.Join(
            ' ',
            json.RootElement.TryGetProperty("stage", out var stage)
                ? scores.Append($"stage={stage.GetString()}")
                : scores
        );
    }
}
