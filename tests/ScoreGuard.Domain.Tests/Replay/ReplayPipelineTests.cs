using System.Text;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Replay;

namespace ScoreGuard.Domain.Tests.Replay;

public sealed class ReplayPipelineTests
{
    private static readonly Instant AsOf = new(1_772_323_200_000);

    private static readonly ReplayEngine Clicks = ReplayEngine.Compile(
        Engine.Model("{ scoreguard: 1, name: case, scores: { s: { rules: [ { id: c, on: click, points: 3 } ] } } }")
    );

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Outcomes_keep_the_order_of_the_leads_on_any_number_of_threads(int workers)
    {
        var leads = Leads(20_000);

        var (result, outcomes) = Run(leads, workers);

        result.ShouldBeOfType<Parsed<ReplaySummary>.Ok>().Value.Leads.ShouldBe(20_000);
        outcomes.ShouldBe(
            Engine.Outcomes(
                """{"scoreguard":1,"name":"case","scores":{"s":{"rules":[{"id":"c","on":"click","points":3}]}}}""",
                leads,
                "2026-03-01"
            )
        );
    }

    [Fact]
    public void An_id_that_stands_twice_is_found_across_the_file()
    {
        var leads = Leads(20_000) + Lead(17) + "\n" + Lead(3);

        var (result, _) = Run(leads, workers: 2);

        var refused = result.ShouldBeOfType<Parsed<ReplaySummary>.Refused>();
        refused.Diagnostics.Select(d => $"{d.Code}:{d.At!.Value.Line}").ShouldBe(["SG2007:20001", "SG2007:20002"]);
    }

    [Fact]
    public void Errors_of_all_blocks_are_told_in_order_of_the_file()
    {
        var leads = "{}\n" + Leads(20_000) + "{\n";

        var (result, outcomes) = Run(leads, workers: 2);

        var refused = result.ShouldBeOfType<Parsed<ReplaySummary>.Refused>();
        refused.Diagnostics.Select(d => d.At!.Value.Line).Distinct().ShouldBe([1, 20_002]);
        outcomes.ShouldBeEmpty();
    }

    [Fact]
    public void A_byte_order_mark_is_refused()
    {
        var (result, _) = Run("\uFEFF" + Leads(1), workers: 1);

        result
            .ShouldBeOfType<Parsed<ReplaySummary>.Refused>()
            .Diagnostics.ShouldHaveSingleItem()
            .Code.ShouldBe("SG2003");
    }

    [Fact]
    public void A_line_of_more_than_4_MiB_is_refused_and_the_lines_around_it_are_read()
    {
        var leads = Lead(1) + "\n{\"id\":\"" + new string('x', 9 * 1024 * 1024) + "\"}\n" + Lead(1);

        var (result, _) = Run(leads, workers: 2);

        result
            .ShouldBeOfType<Parsed<ReplaySummary>.Refused>()
            .Diagnostics.Select(d => $"{d.Code}:{d.At!.Value.Line}")
            .ShouldBe(["SG2004:2", "SG2007:3"]);
    }

    [Fact]
    public void A_lead_of_more_than_100000_activities_is_refused()
    {
        var activities = string.Join(',', Enumerable.Repeat("""{"type":"x","at":"2026-01-02"}""", 100_001));

        var (result, _) = Run($$"""{"id":"A","createdAt":"2026-01-01","activities":[{{activities}}]}""", workers: 1);

        result
            .ShouldBeOfType<Parsed<ReplaySummary>.Refused>()
            .Diagnostics.ShouldHaveSingleItem()
            .Code.ShouldBe("SG2005");
    }

    [Fact]
    public void A_run_that_is_cancelled_ends_with_its_threads()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Should.Throw<OperationCanceledException>(() =>
            new ReplayPipeline(Clicks, 2).Run(
                new MemoryStream(Encoding.UTF8.GetBytes(Leads(10))),
                "leads.jsonl",
                AsOf,
                Stream.Null,
                progress: null,
                cancelled.Token
            )
        );
    }

    private static string Leads(int count) => string.Concat(Enumerable.Range(0, count).Select(i => Lead(i) + "\n"));

    private static string Lead(int i) =>
        $$"""{"id":"L{{i}}","createdAt":"2026-01-01","activities":[{"type":"click","at":"2026-01-0{{1 + (i % 9)}}"}]}""";

    private static (Parsed<ReplaySummary> Result, string Outcomes) Run(string leads, int workers)
    {
        using var outcomes = new MemoryStream();
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(leads));
        var result = new ReplayPipeline(Clicks, workers).Run(
            source,
            "leads.jsonl",
            AsOf,
            outcomes,
            progress: null,
            CancellationToken.None
        );
        return (result, Encoding.UTF8.GetString(outcomes.ToArray()));
    }
}
