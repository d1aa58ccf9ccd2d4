using System.Text.Json.Nodes;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.FakePlatforms.Scoring;

namespace ScoreGuard.Targets.Tests.Http;

public sealed class HttpScoringTests
{
    private static FakeScoringService Service() =>
        new(lead => new() { ["scores"] = new JsonObject { ["fit"] = (int)lead["attributes"]!["n"]! } });

    [Fact]
    public async Task Outcomes_come_in_the_order_of_the_leads_whatever_the_order_of_the_answer()
    {
        await using var story = await HttpStory.StartAsync(Service());
        story.Service.Answer = outcomes => new JsonObject
        {
            ["outcomes"] = new JsonArray([.. outcomes.Reverse().Select(outcome => outcome!.DeepClone())]),
        };
        (await story.ScoreAsync(HttpStory.Lead("b", 2), HttpStory.Lead("a", 1), HttpStory.Lead("c", 3))).ShouldBe([
            """{"lead":"b","scores":{"fit":2}}""",
            """{"lead":"a","scores":{"fit":1}}""",
            """{"lead":"c","scores":{"fit":3}}""",
        ]);
        var request = story.Service.Requests.ShouldHaveSingleItem();
        ((string?)request["asOf"]).ShouldBe("2026-03-10T12:00:00Z");
        request["leads"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_result_becomes_an_outcome_with_rounded_sorted_scores_and_one_entry_of_history()
    {
        await using var story = await HttpStory.StartAsync(
            new(_ =>
                JsonNode
                    .Parse(
                        """{"scores":{"total":0.30000000000000004,"fit":null,"big":12345678.0005},"labels":{"total":"hot","fit":null},"grade":"A1","stage":"MQL"}"""
                    )!
                    .AsObject()
            )
        );
        (await story.ScoreAsync(HttpStory.Lead("a", 1))).ShouldBe([
            """{"lead":"a","scores":{"big":12345678.001,"fit":null,"total":0.3},"labels":{"total":"hot"},"grade":"A1","stage":"MQL","history":[{"stage":"MQL","at":"2026-03-10T12:00:00Z"}]}""",
        ]);
    }

    [Fact]
    public async Task A_lead_that_the_service_refuses_is_told_with_its_code_and_costs_no_other_its_outcome()
    {
        await using var story = await HttpStory.StartAsync(
            new(lead =>
                (string?)lead["id"] switch
                {
                    "bad" => new() { ["error"] = "age_missing" },
                    "chatty" => new() { ["error"] = "Ada Lovelace has no age" },
                    "odd" => new() { ["scores"] = new JsonObject { ["fit"] = "many" } },
                    "empty" => [],
                    _ => new() { ["scores"] = new JsonObject { ["fit"] = 1 } },
                }
            )
        );
        var lines = await story.ScoreAsync(
            HttpStory.Lead("bad", 1),
            HttpStory.Lead("good", 1),
            HttpStory.Lead("chatty", 1),
            HttpStory.Lead("odd", 1),
            HttpStory.Lead("empty", 1),
            "{\"name\":\"no id\"}"
        );
        lines.ShouldBe(["""{"lead":"good","scores":{"fit":1}}"""]);
        const string No = "error SG5512: The scoring service gave no outcome for the lead";
        story
            .Told()
            .ShouldBe([
                $"leads.jsonl:1:1: {No} `bad`: age_missing.",
                $"leads.jsonl:3:1: {No} `chatty`: its reason is no code and may hold data of the lead, so look for it in the service's log.",
                $"leads.jsonl:4:1: {No} `odd`: `fit` is no number.",
                $"leads.jsonl:5:1: {No} `empty`: neither `scores` nor `stage` are in its result.",
                "leads.jsonl:6:1: error SG5512: The line is no lead with an `id`; it was not sent.",
            ]);
    }

    [Fact]
    public async Task Leads_that_make_the_service_refuse_a_whole_request_are_found_by_halving()
    {
        await using var story = await HttpStory.StartAsync(Service());
        story.Service.Chokes = id => id is "l07" or "l12";
        var leads = Enumerable.Range(0, 16).Select(n => HttpStory.Lead($"l{n:00}", n)).ToArray();
        (await story.ScoreAsync(leads)).Length.ShouldBe(14);
        story
            .Told()
            .ShouldBe([
                "leads.jsonl:8:1: error SG5512: The scoring service gave no outcome for the lead `l07`: it answered HTTP 422.",
                "leads.jsonl:13:1: error SG5512: The scoring service gave no outcome for the lead `l12`: it answered HTTP 422.",
            ]);
    }

    [Fact]
    public async Task A_service_that_takes_no_lead_at_all_is_not_asked_about_every_one()
    {
        await using var story = await HttpStory.StartAsync(Service());
        story.Service.Chokes = _ => true;
        var leads = Enumerable.Range(0, 100).Select(n => HttpStory.Lead($"l{n}", n)).ToArray();
        var fault = await Should.ThrowAsync<TargetFault>(() => story.ScoreAsync(leads));
        fault.Kind.ShouldBe(TargetFaultKind.Setup);
        fault.Message.ShouldBe(
            "The scoring service refuses every lead with HTTP 422; check what it is sent (`request`, `item`)."
        );
        story.Service.Requests.Count.ShouldBeLessThan(40);
    }

    [Fact]
    public async Task A_request_carries_at_most_as_many_leads_as_a_batch_has()
    {
        await using var story = await HttpStory.StartAsync(Service());
        story.Definition = story.Definition with
        {
            Options = Some.Options(("path", "score"), ("batch", "3"), ("parallel", "2")),
        };
        var leads = Enumerable.Range(0, 8).Select(n => HttpStory.Lead($"l{n}", n)).ToArray();
        (await story.ScoreAsync(leads)).Length.ShouldBe(8);
        story.Service.Requests.Select(request => request["leads"]!.AsArray().Count).Order().ShouldBe([2, 3, 3]);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_service_that_asks_for_patience_gets_it(int status)
    {
        await using var story = await HttpStory.StartAsync(Service());
        story.Service.Faults.Enqueue(FakeScoringService.Status(status, "40"));
        (await story.ScoreAsync(HttpStory.Lead("a", 1))).Length.ShouldBe(1);
        story.Time.Waited.ShouldBe(TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task A_broken_connection_and_failures_are_repeated()
    {
        await using var story = await HttpStory.StartAsync(Service());
        story.Service.Faults.Enqueue(FakeScoringService.Reset);
        story.Service.Faults.Enqueue(FakeScoringService.Status(500));
        story.Service.Faults.Enqueue(FakeScoringService.Status(502));
        (await story.ScoreAsync(HttpStory.Lead("a", 1))).Length.ShouldBe(1);
        story.Service.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_service_that_fails_again_and_again_is_left_alone_for_a_while()
    {
        await using var story = await HttpStory.StartAsync(Service());
        for (var failure = 0; failure < 100; failure++)
        {
            story.Service.Faults.Enqueue(FakeScoringService.Status(500));
        }

        var service = Some.Opened(story.Open());
        var fault = await Should.ThrowAsync<TargetFault>(() => story.ScoreAsync(service, HttpStory.Lead("a", 1)));
        fault.Kind.ShouldBe(TargetFaultKind.Unreachable);
        story.Service.Requests.Count.ShouldBe(8);

        // Whoever asks next waits for it to rest; each time only one request goes through.
        await Should.ThrowAsync<TargetFault>(() => story.ScoreAsync(service, HttpStory.Lead("a", 1)));
        story.Service.Requests.Count.ShouldBe(8 + 5);

        story.Service.Faults.Clear();
        var waited = story.Time.Waited;
        (await story.ScoreAsync(service, HttpStory.Lead("a", 1))).Length.ShouldBe(1);
        story.Service.Requests.Count.ShouldBe(8 + 5 + 1);
        (story.Time.Waited - waited).ShouldBe(TimeSpan.FromSeconds(15));
    }

    [Theory]
    [InlineData(
        "no json",
        "The scoring service answered with no results where they should be; see `results` in docs/targets/http.md."
    )]
    [InlineData(
        "{}",
        "The scoring service answered with no results where they should be; see `results` in docs/targets/http.md."
    )]
    [InlineData("{\"outcomes\":{}}", "The scoring service answered with results that are no list.")]
    [InlineData(
        "{\"outcomes\":[{\"scores\":{}}]}",
        "The scoring service answered with a result without its lead's id."
    )]
    [InlineData(
        "{\"outcomes\":[{\"lead\":\"x\"}]}",
        "The scoring service answered with a result for a lead that was not asked for, or twice."
    )]
    public async Task An_answer_that_is_none_breaks_the_run(string body, string message)
    {
        await using var story = await HttpStory.StartAsync(Service());
        story.Service.Faults.Enqueue(FakeScoringService.Text(body));
        var fault = await Should.ThrowAsync<TargetFault>(() => story.ScoreAsync(HttpStory.Lead("a", 1)));
        fault.Kind.ShouldBe(TargetFaultKind.Unintelligible);
        fault.Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("""{"lead":"a","scores":{"fit":1e400}}""")]
    [InlineData("""{"lead":"a","scores":{"fit":true}}""")]
    [InlineData("""{"lead":"a","scores":[1]}""")]
    [InlineData("""{"lead":"a","scores":{"":1}}""")]
    [InlineData("""{"lead":"a","stage":{"name":"MQL"}}""")]
    [InlineData("""{"lead":"a","scores":{"fit":1},"labels":{"fit":[]}}""")]
    [InlineData("""{"lead":"a","scores":{"fit":1},"error":{"code":"x"}}""")]
    public async Task A_result_that_is_none_costs_its_lead_and_nothing_else(string result)
    {
        await using var story = await HttpStory.StartAsync(Service());
        story.Service.Faults.Enqueue(
            FakeScoringService.Text($$$"""{"outcomes":[{{{result}}},{"lead":"b","stage":"MQL"}]}""")
        );
        (await story.ScoreAsync(HttpStory.Lead("a", 1), HttpStory.Lead("b", 1)))
            .ShouldHaveSingleItem()
            .ShouldStartWith("""{"lead":"b",""");
        story.Told().ShouldHaveSingleItem().ShouldContain("`a`");
    }

    [Theory]
    [InlineData("""{"outcomes":[{"lead":"\ud800","scores":{}}]}""")]
    [InlineData("""{"outcomes":[{"lead":"a","stage":"\udc00"}]}""")]
    [InlineData("""{"outcomes":[{"lead":"a","scores":{"\ud800x":1}}]}""")]
    public async Task A_text_that_is_no_text_breaks_the_run_and_not_the_program(string body)
    {
        await using var story = await HttpStory.StartAsync(Service());
        story.Service.Faults.Enqueue(FakeScoringService.Text(body));
        var fault = await Should.ThrowAsync<TargetFault>(() => story.ScoreAsync(HttpStory.Lead("a", 1)));
        fault.Kind.ShouldBe(TargetFaultKind.Unintelligible);
    }

    [Fact]
    public async Task A_lead_that_the_answer_leaves_out_is_told()
    {
        await using var story = await HttpStory.StartAsync(Service());
        story.Service.Answer = outcomes => new JsonObject { ["outcomes"] = new JsonArray(outcomes[0]!.DeepClone()) };
        (await story.ScoreAsync(HttpStory.Lead("a", 1), HttpStory.Lead("b", 2))).Length.ShouldBe(1);
        story
            .Told()
            .ShouldBe([
                "leads.jsonl:2:1: error SG5512: The scoring service gave no outcome for the lead `b`: the answer has no result for it.",
            ]);
    }

    [Theory]
    [InlineData(
        301,
        TargetFaultKind.Setup,
        "The scoring service refused to score leads: it redirects, and redirects are not followed."
    )]
    [InlineData(
        401,
        TargetFaultKind.Refused,
        "The scoring service refused to score leads: HTTP 401. See `SCOREGUARD_CONNECTION_SVC_…` and what it may do there."
    )]
    [InlineData(
        403,
        TargetFaultKind.Refused,
        "The scoring service refused to score leads: HTTP 403. See `SCOREGUARD_CONNECTION_SVC_…` and what it may do there."
    )]
    [InlineData(404, TargetFaultKind.Setup, "The scoring service refused to score leads: HTTP 404.")]
    public async Task A_refusal_of_whoever_asks_ends_at_once(int status, TargetFaultKind kind, string message)
    {
        await using var story = await HttpStory.StartAsync(Service());
        story.Service.Faults.Enqueue(FakeScoringService.Status(status));
        var fault = await Should.ThrowAsync<TargetFault>(() => story.ScoreAsync(HttpStory.Lead("a", 1)));
        (fault.Kind, fault.Message).ShouldBe((kind, message));
        story.Service.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_secret_goes_into_the_header_as_it_was_set()
    {
        await using var story = await HttpStory.StartAsync(Service());
        story.Service.Secret = "Bearer 17";
        var service = Some.Opened(story.Open(("SCOREGUARD_CONNECTION_SVC_SECRET", "Bearer 17")));
        (await story.ScoreAsync(service, HttpStory.Lead("a", 1))).Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_budget_of_the_run_is_kept()
    {
        await using var story = await HttpStory.StartAsync(Service());
        story.Definition = story.Definition with
        {
            Options = Some.Options(("path", "score"), ("batch", "1"), ("parallel", "1")),
            Discipline = ReplayDiscipline.Default with { CallsPerRun = 3 },
        };
        var leads = Enumerable.Range(0, 5).Select(n => HttpStory.Lead($"l{n}", n)).ToArray();
        var fault = await Should.ThrowAsync<TargetFault>(() => story.ScoreAsync(leads));
        fault.Kind.ShouldBe(TargetFaultKind.BudgetSpent);
        story.Service.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_answer_that_is_too_long_is_not_kept()
    {
        await using var story = await HttpStory.StartAsync(Service());
        for (var attempt = 0; attempt < 20; attempt++)
        {
            story.Service.Faults.Enqueue(FakeScoringService.Text(new string(' ', 9 * 1024 * 1024)));
        }

        var fault = await Should.ThrowAsync<TargetFault>(() => story.ScoreAsync(HttpStory.Lead("a", 1)));
        fault.Kind.ShouldBe(TargetFaultKind.Unintelligible);
        fault.Message.ShouldBe("The scoring service answered with more than can be read when asked to score leads.");
        story.Service.Requests.Count.ShouldBe(1);
    }
}
