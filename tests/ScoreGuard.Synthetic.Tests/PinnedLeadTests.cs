using System.Text;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Synthetic.Pinned;

namespace ScoreGuard.Synthetic.Tests;

public sealed class PinnedLeadTests
{
    private const string Good =
        """{"id":"vip", "createdAt":"2026-03-02" ,"attributes":{"email":"a@b.example"},"activities":[{"type":"visit","at":"2026-03-02T00:00:00Z"}]}""";

    [Theory]
    [InlineData("{\"id\":\"x\"", "SG4030: The line is no JSON object, or has a key twice; write one object a line.")]
    [InlineData("[]", "SG4030: A lead is a JSON object: `{\"id\":…}`.")]
    [InlineData(
        "{\"id\":\"x\",\"id\":\"y\",\"createdAt\":\"2026-03-02\"}",
        "SG4030: The line is no JSON object, or has a key twice; write one object a line."
    )]
    [InlineData(
        "{\"id\":\"x\",\"createdAt\":\"2026-03-02\",\"attributes\":{\"a\":\"\\ud800\"},\"activities\":[{\"type\":\"\\ud800\",\"at\":\"2026-03-02\"}]}",
        "SG4030: The line has an escape such as `\\ud800` that is half a character."
    )]
    [InlineData("{\"id\":\" \",\"createdAt\":\"2026-03-02\"}", "SG4030: Expected a text that is not blank under `id`.")]
    [InlineData("{\"id\":5,\"createdAt\":\"2026-03-02\"}", "SG4030: Expected a text that is not blank under `id`.")]
    [InlineData("{\"id\":\"x\"}", "SG4030: Expected an instant such as `2026-03-09T10:00:00Z` under `createdAt`.")]
    [InlineData(
        "{\"id\":\"x\",\"createdAt\":\"yesterday\"}",
        "SG4030: Expected an instant such as `2026-03-09T10:00:00Z` under `createdAt`."
    )]
    [InlineData(
        "{\"id\":\"x\",\"createdAt\":\"2026-03-02\",\"attributes\":[]}",
        "SG4030: Expected an object under `attributes`."
    )]
    [InlineData(
        "{\"id\":\"x\",\"createdAt\":\"2026-03-02\",\"activities\":{}}",
        "SG4030: Expected a list under `activities`."
    )]
    [InlineData(
        "{\"id\":\"x\",\"createdAt\":\"2026-03-02\",\"activities\":[{\"type\":\"idle\",\"at\":\"2026-03-03\"}]}",
        "SG4030: No activity can have the type `idle`, for it means something else in a model."
    )]
    [InlineData(
        "{\"id\":\"L00017\",\"createdAt\":\"2026-03-02\"}",
        "SG4031: The id `L00017` looks like a generated lead's; call it for what it shows, as `pinned-L00017`."
    )]
    [InlineData("{\"id\":\"vip\",\"createdAt\":\"2026-03-02\"}", "SG4031: Another pinned lead has the id `vip`.")]
    [InlineData(
        "{\"id\":\"x\",\"createdAt\":\"2026-03-11\"}",
        "SG4032: The lead is created at 2026-03-11T00:00:00Z, after `asOf`, 2026-03-10T12:00:00Z."
    )]
    [InlineData(
        "{\"id\":\"x\",\"createdAt\":\"2026-03-02\",\"activities\":[{\"type\":\"v\",\"at\":\"2026-03-01\"}]}",
        "SG4032: The activity at 2026-03-01T00:00:00Z lies outside the time from `createdAt`, 2026-03-02T00:00:00Z, to `asOf`, 2026-03-10T12:00:00Z."
    )]
    public void A_line_that_is_no_lead_of_this_plan_is_refused(string line, string expected)
    {
        var refused = Read($"{Good}\n\n{line}\n").ShouldBeOfType<Parsed<PinnedLeads>.Refused>();
        var diagnostic = refused.Diagnostics.ShouldHaveSingleItem();
        $"{diagnostic.Code}: {diagnostic.Message}".ShouldBe(expected);
        diagnostic.At!.Value.Line.ShouldBe(3);
    }

    [Fact]
    public void Every_error_is_reported_at_once() =>
        Read("{}\nnot json\n{\"id\":\"x\",\"createdAt\":\"2027-01-01\"}")
            .ShouldBeOfType<Parsed<PinnedLeads>.Refused>()
            .Diagnostics.Select(diagnostic => diagnostic.At!.Value.Line)
            .ShouldBe([1, 1, 2, 3]);

    [Fact]
    public void A_byte_order_mark_is_refused() =>
        Read("\uFEFF" + Good).ShouldBeOfType<Parsed<PinnedLeads>.Refused>().Diagnostics.ShouldHaveSingleItem();

    [Fact]
    public void An_address_that_may_be_somebodys_is_a_warning_that_does_not_repeat_it()
    {
        var ok = Read(Good.Replace("b.example", "gmail.com", StringComparison.Ordinal))
            .ShouldBeOfType<Parsed<PinnedLeads>.Ok>();
        var warning = ok.Warnings.ShouldHaveSingleItem();
        warning.Code.ShouldBe("SG4014");
        warning.Message.ShouldNotContain("gmail");
    }

    [Fact]
    public async Task Pinned_leads_follow_the_generated_ones_byte_for_byte()
    {
        var plan = Some.B2b(count: 10);
        var pinned = Read(Good).ShouldBeOfType<Parsed<PinnedLeads>.Ok>().Value;
        pinned.Count.ShouldBe(1);
        var generator = new LeadGenerator(plan, pinned);
        var all = Encoding.UTF8.GetString(await Some.AllAsync(generator));
        all.ShouldBe(Some.Lines(generator, 1, 10) + Good + "\n");
    }

    private static Parsed<PinnedLeads> Read(string lines) =>
        PinnedLeadsReader.Read("pinned.jsonl", Encoding.UTF8.GetBytes(lines), Some.B2b());
}
