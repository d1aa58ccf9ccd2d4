using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.Testing;

namespace ScoreGuard.Targets.Tests.Mautic;

/// <summary>Which activities count, and whom a segment takes, by the workspace's mappings.</summary>
public sealed class MauticOccasionsTests
{
    private const string Once =
        """[{"id":1,"name":"A","type":"form.submit","delta":5,"properties":{"forms":[4]},"isPublished":true}]""";

    private const string Repeated =
        """[{"id":1,"name":"A","type":"form.submit","delta":5,"repeatable":true,"properties":{"forms":[4]},"isPublished":true}]""";

    private const string Url =
        """[{"id":1,"name":"A","type":"url.hit","delta":5,"repeatable":true,"properties":{"page_url":"https://a.example/x*"},"isPublished":true}]""";

    private static readonly ImmutableArray<SignalMapping> Signals =
    [
        new("a", SignalKind.Form, "3", [new("form", "demo")], [], []),
        new("a", SignalKind.Form, "4", [], [], []),
        new("a", SignalKind.Form, "4", [new("form", "never")], [], []),
        new("b", SignalKind.Form, "4", [new("form", "paper")], [], []),
        new("c", SignalKind.Form, "4", [new("form", "paper")], [], []),
        new("v", SignalKind.Visit, "https://a.example/x1", [], [], []),
        new("w", SignalKind.Visit, "https://a.example/y", [], [], []),
        new("u", SignalKind.Visit, "", [], [], [new("page_url", "https://a.example/x2")]),
    ];

    [Theory]
    [InlineData(Repeated, "a demo", "0")]
    [InlineData(Repeated, "a other", "5")]
    [InlineData(Repeated, "a", "5")]
    [InlineData(Repeated, "a other; b paper; b other; c paper", "15")]
    [InlineData(Once, "a other; a other", "5")]
    [InlineData(Once, "a other; b paper", "5")]
    [InlineData(Once, "b paper; c paper; a other", "5")]
    [InlineData(Once, "a demo; b other; c paper", "5")]
    [InlineData(Url, "v; w; u", "10")]
    public async Task The_first_signal_that_fits_is_taken(string points, string acts, string expected)
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Configure("points", points);
        var at = 10;
        var activities = acts.Split("; ")
            .Select(act => act.Split(' '))
            .Select(act =>
                $$"""{"type":"{{act[0]}}","at":"2026-03-02T{{at++}}:00:00Z","properties":{{(act.Length > 1 ? $$"""{"form":"{{act[1]}}"}""" : "{}")}}}"""
            );
        (await PointsAsync(bench, $$"""{"attributes":{},"activities":[{{string.Join(',', activities)}}]}""")).ShouldBe(
            expected
        );
    }

    [Theory]
    [InlineData("country = de", """{"country":"DE"}""", "7")]
    [InlineData("country = de", """{"country":"FR"}""", "0")]
    [InlineData("country = de", "{}", "0")]
    [InlineData("country != de", "{}", "7")]
    [InlineData("country != de", """{"country":"DE"}""", "0")]
    [InlineData("country empty", "{}", "7")]
    [InlineData("country empty", """{"country":"DE"}""", "0")]
    [InlineData("country !empty", """{"country":"DE"}""", "7")]
    [InlineData("country in [\"DE\",\"AT\"]", """{"country":"at"}""", "7")]
    [InlineData("country !in [\"DE\",\"AT\"]", """{"country":"at"}""", "0")]
    [InlineData("country !in [\"DE\",\"AT\"]", "{}", "7")]
    [InlineData("position like vp", """{"jobTitle":"Senior VP Sales"}""", "7")]
    [InlineData("position like vp%", """{"jobTitle":"Senior VP Sales"}""", "0")]
    [InlineData("position !like vp", "{}", "7")]
    [InlineData("position startsWith senior", """{"jobTitle":"Senior VP Sales"}""", "7")]
    [InlineData("employees gte 100", """{"employees":100}""", "7")]
    [InlineData("employees gt 100", """{"employees":100}""", "0")]
    [InlineData("employees lt 100", "{}", "0")]
    [InlineData("employees != 100", "{}", "7")]
    [InlineData("country = de or country = fr", """{"country":"FR"}""", "7")]
    [InlineData("country = de and employees gt 5", """{"country":"DE","employees":5}""", "0")]
    [InlineData("employees gt 5 and country = fr or country = de", """{"country":"DE"}""", "7")]
    public async Task A_segment_takes_whom_its_filters_take(string filters, string attributes, string expected)
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Configure(
            "segments",
            $$"""[{"id":8,"name":"S","isPublished":true,"filters":[{{string.Join(',', Filters(filters))}}]}]"""
        );
        bench.Configure(
            "campaigns",
            """[{"id":30,"name":"N","isPublished":true,"forms":[],"lists":{"8":{"id":8}},"events":{"1":{"id":1,"name":"P","type":"lead.changepoints","eventType":"action","triggerMode":"immediate","properties":{"points":"7"}}}}]"""
        );
        (await PointsAsync(bench, $$"""{"attributes":{{attributes}},"activities":[]}""")).ShouldBe(expected);
    }

    private static IEnumerable<string> Filters(string filters)
    {
        var glue = "and";
        foreach (
            var part in filters
                .Split(" and ")
                .SelectMany((some, at) => some.Split(" or ").Select((one, nth) => (one, nth)))
        )
        {
            glue = part.nth > 0 ? "or" : "and";
            var words = part.one.Split(' ', 3);
            var value =
                words.Length < 3 ? "null"
                : words[2].StartsWith('[') ? words[2]
                : $"\"{words[2]}\"";
            var type = words[0] == "employees" ? "number" : "text";
            yield return $$$"""{"glue":"{{{glue}}}","field":"{{{words[0]}}}","object":"lead","type":"{{{type}}}","operator":"{{{words[1]}}}","properties":{"filter":{{{value}}}}}""";
        }
    }

    private static async Task<string> PointsAsync(MauticBench bench, string lead)
    {
        bench.Definition = bench.Definition with
        {
            Leads = bench.Definition.Leads with
            {
                Fields = [new("country", "country"), new("jobTitle", "position"), new("employees", "employees")],
            },
            Signals = Signals,
        };
        var snapshot = await bench.Target.FindConfigurationAsync(default);
        using var leads = new MemoryStream(
            Encoding.UTF8.GetBytes(lead.Insert(1, "\"id\":\"L\",\"createdAt\":\"2026-03-01T00:00:00Z\",") + "\n")
        );
        var outcome = ModelTexts.Outcomes(
            ModelTexts.Read(snapshot!.Model!),
            leads,
            new(DateTimeOffset.Parse("2026-03-31T00:00:00Z").ToUnixTimeMilliseconds())
        );
        using var json = JsonDocument.Parse(outcome.Single());
        return json.RootElement.GetProperty("scores").GetProperty("points").GetRawText();
    }
}
