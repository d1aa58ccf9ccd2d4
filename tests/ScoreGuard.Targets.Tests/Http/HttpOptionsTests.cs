using System.Text.Json.Nodes;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.FakePlatforms.Scoring;

namespace ScoreGuard.Targets.Tests.Http;

public sealed class HttpOptionsTests
{
    private static FakeScoringService Service() => new(_ => new() { ["p"] = 7 });

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        await using var story = await HttpStory.StartAsync(Service());
        story.Definition = story.Definition with
        {
            Connection = "other",
            Options = Some.Options(
                ("pth", "score"),
                ("batch", "0"),
                ("decimals", "many"),
                ("request", "{\"a\":\"{lad}\",\"b\":\"{leads}\"}"),
                ("item", "{"),
                ("path", "https://elsewhere.example/")
            ),
        };
        Some.Refusals(story.Open(("SCOREGUARD_CONNECTION_OTHER_HEADER", "no header")))
            .ShouldBe([
                "SG5507 There is no hole `{lad}`; did you mean `{lead}`?",
                "SG5507 It is no JSON.",
                "SG5507 `0` is no whole number from 1 to 1000.",
                "SG5507 `https://elsewhere.example/` is no path below the connection's address.",
                "SG5507 `many` is no whole number from 0 to 9.",
                "SG5507 There is no option `pth`; did you mean `path`?",
                "SG5506 Set `SCOREGUARD_CONNECTION_OTHER_URL` to the address of the platform.",
                "SG5506 `SCOREGUARD_CONNECTION_OTHER_HEADER` is no header that a secret can stand in.",
            ]);
    }

    [Theory]
    [InlineData("../up")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("%2e%2e/up")]
    [InlineData("https:elsewhere.example/x")]
    public async Task A_path_that_leaves_the_address_is_refused(string path)
    {
        await using var story = await HttpStory.StartAsync(Service());
        story.Definition = story.Definition with { Options = Some.Options(("path", path)) };
        Some.Refusals(story.Open()).ShouldBe([$"SG5507 `{path}` is no path below the connection's address."]);
    }

    [Fact]
    public async Task Slashes_before_a_path_do_not_make_it_another_host()
    {
        await using var story = await HttpStory.StartAsync(Service());
        story.Definition = story.Definition with
        {
            Options = Some.Options(("path", "//score"), ("parallel", "1")),
            Outcome = OutcomeMapping.None with { Scores = [new("p", "p")] },
        };
        (await story.ScoreAsync(HttpStory.Lead("a", 1))).ShouldBe(["""{"lead":"a","scores":{"p":7}}"""]);
    }

    [Fact]
    public async Task A_request_of_another_form_is_filled_from_the_lead_and_its_answer_is_read_by_places()
    {
        await using var story = await HttpStory.StartAsync(Service());
        story.Definition = story.Definition with
        {
            Outcome = OutcomeMapping.None with
            {
                Scores = [new("propensity", "p"), new("later", "q")],
                Stage = new("s", [new("MQL", "hot")], []),
                Expected = ["p"],
            },
            Options = Some.Options(
                ("path", "score"),
                ("request", "{\"leads\":\"{leads}\",\"now\":\"{asOf}\",\"fixed\":{\"n\":[1,null,\"text {lead.id}\"]}}"),
                ("item", "{\"id\":\"{lead.id}\",\"n\":\"{lead.attributes.n}\",\"none\":\"{lead.attributes.x.y}\"}"),
                ("lead", "none")
            ),
        };
        story.Service.Answer = outcomes => new JsonArray([
            .. outcomes.Select(
                (_, at) => (JsonNode)new JsonObject { ["p"] = at + 0.5, ["s"] = at == 0 ? "hot" : "cold" }
            ),
        ]);
        (await story.ScoreAsync(HttpStory.Lead("a", 1), HttpStory.Lead("b", 2))).ShouldBe([
            """{"lead":"a","scores":{"propensity":0.5,"later":null},"stage":"MQL","history":[{"stage":"MQL","at":"2026-03-10T12:00:00Z"}]}""",
            """{"lead":"b","scores":{"propensity":1.5,"later":null},"stage":"cold","history":[{"stage":"cold","at":"2026-03-10T12:00:00Z"}]}""",
        ]);
        story
            .Service.Requests.ShouldHaveSingleItem()
            .ToJsonString()
            .ShouldBe(
                """{"leads":[{"id":"a","n":1,"none":null},{"id":"b","n":2,"none":null}],"now":"2026-03-10T12:00:00Z","fixed":{"n":[1,null,"text {lead.id}"]}}"""
            );
    }

    [Fact]
    public async Task A_score_that_is_expected_and_missing_is_no_score_of_nothing()
    {
        await using var story = await HttpStory.StartAsync(Service());
        story.Definition = story.Definition with
        {
            Outcome = OutcomeMapping.None with { Scores = [new("fit", "/deep/fit")], Expected = ["/deep/fit"] },
        };
        (await story.ScoreAsync(HttpStory.Lead("a", 1))).ShouldBeEmpty();
        story
            .Told()
            .ShouldBe([
                "leads.jsonl:1:1: error SG5512: The scoring service gave no outcome for the lead `a`: `/deep/fit` is not in its result.",
            ]);
    }
}
