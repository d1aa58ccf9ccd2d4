using System.Buffers;
using System.Text;
using System.Text.Json;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Replay;

namespace ScoreGuard.Domain.Tests.Replay;

public sealed class TraceTests
{
    private const string Model = """
        scoreguard: 1
        name: case
        fields: { country: { type: text }, employees: { type: number } }
        scores:
          fit:
            rules:
              - { id: big-german, when: { country: DE, employees: '>= 1000' }, points: 20 }
              - { id: not-french, when: { not: { country: FR } }, points: 1 }
          behaviour:
            rules:
              - { id: demo, on: form, where: { form: demo }, points: 50, limit: { points: 70 } }
              - { id: twice, on: form, count: { atLeast: 2 }, points: 5, once: true }
              - { id: webinar, on: webinar, points: 20, decay: { percent: 25, every: 30d } }
              - { id: idle, on: idle, after: 20d, when: { score.behaviour: '< 0' }, points: -10 }
        lifecycle:
          start: Inquiry
          stages: [Inquiry, MQL]
          transitions:
            - { id: mql, from: Inquiry, to: MQL, when: { score.behaviour: '>= 70' } }
        """;

    private const string Lead = """
        {"id":"A","createdAt":"2026-01-01","attributes":{"country":"DE"},"activities":[
        {"type":"form","at":"2026-01-02","properties":{"form":"demo"}},
        {"type":"form","at":"2026-01-03","properties":{"form":"demo"}},
        {"type":"form","at":"2026-01-04","properties":{}},
        {"type":"webinar","at":"2026-01-05"}]}
        """;

    private static readonly JsonElement Trace = Traced();

    [Fact]
    public void A_rule_that_fired_shows_its_points() =>
        Rule(1, "demo").ShouldBe("""{"id":"demo","fired":true,"points":50}""");

    [Fact]
    public void A_limit_that_cut_shows_what_it_cut_from() =>
        Rule(2, "demo").ShouldBe("""{"id":"demo","fired":true,"points":20,"cut":{"from":50,"by":"70 points"}}""");

    [Fact]
    public void A_limit_that_left_nothing_is_named() =>
        Rule(3, "twice").ShouldBe("""{"id":"twice","fired":false,"limit":"1 times"}""");

    [Fact]
    public void A_count_that_is_not_reached_says_how_far_it_is() =>
        Rule(1, "twice").ShouldBe("""{"id":"twice","fired":false,"because":"counted 1 of 2"}""");

    [Fact]
    public void A_missing_property_is_unknown_for_want_of_it() =>
        Rule(3, "demo")
            .ShouldBe(
                """{"id":"demo","fired":false,"because":[{"criterion":"form is demo","is":"unknown","missing":"property form"}]}"""
            );

    [Fact]
    public void An_attribute_rule_shows_only_the_criteria_in_its_way() =>
        Trace
            .GetProperty("attributeRules")[0]
            .GetRawText()
            .ShouldBe(
                """{"id":"big-german","is":"unknown","points":0,"because":[{"criterion":"employees at least 1000","is":"unknown","missing":"employees"}]}"""
            );

    [Fact]
    public void A_transition_is_shown_each_time_it_is_tried() =>
        Trace
            .GetProperty("steps")
            .EnumerateArray()
            .Where(s => s.TryGetProperty("transitions", out _))
            .Select(s => s.GetProperty("transitions")[0].GetProperty("taken").GetBoolean())
            .ShouldBe([false, false, true]);

    [Fact]
    public void An_entry_that_ages_shows_what_is_left_and_since_when() =>
        Trace
            .GetProperty("aging")[0]
            .GetRawText()
            .ShouldBe(
                """{"rule":"webinar","at":"2026-01-05T00:00:00Z","points":20,"worth":10,"lastAgedAt":"2026-03-06T00:00:00Z"}"""
            );

    private static string Rule(int step, string id) =>
        Trace
            .GetProperty("steps")[step]
            .GetProperty("rules")
            .EnumerateArray()
            .Single(r => r.GetProperty("id").ValueEquals(id))
            .GetRawText();

    private static JsonElement Traced()
    {
        var traces = new ArrayBufferWriter<byte>();
        var diagnostics = new DiagnosticBag("leads.jsonl");
        InstantText.TryParse("2026-03-10", out var asOf).ShouldBeTrue();
        _ = ReplayEngine
            .Compile(Engine.Model(Model))
            .NewSession()
            .Trace(
                Encoding.UTF8.GetBytes(Lead.ReplaceLineEndings("")),
                1,
                asOf,
                new ArrayBufferWriter<byte>(),
                traces,
                diagnostics
            );
        diagnostics.InDocumentOrder().ShouldBeEmpty();
        return JsonDocument.Parse(Encoding.UTF8.GetString(traces.WrittenSpan)).RootElement;
    }
}
