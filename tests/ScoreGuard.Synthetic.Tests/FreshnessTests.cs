using System.Text;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Synthetic.Freezing;
using ScoreGuard.Synthetic.Pinned;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Tests;

public sealed class FreshnessTests
{
    private static readonly LeadPlan Plan = Some.B2b(count: 1500);

    [Fact]
    public async Task A_plan_that_makes_what_was_frozen_is_fresh() =>
        (await CompareAsync(new(Plan))).ShouldBeOfType<Freshness.Fresh>();

    [Fact]
    public async Task The_first_lead_that_differs_is_named()
    {
        var lines = Some.Lines(new(Plan), 1, Plan.Count).Split('\n');
        lines[1233] = lines[1233].Replace("L01234", "L01234x", StringComparison.Ordinal);
        var stale = (await CompareAsync(new(Plan), string.Join('\n', lines))).ShouldBeOfType<Freshness.Stale>();
        stale.Line.ShouldBe(1234);
        stale.Lead.ShouldBe("L01234");
        stale.Reasons.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_edited_plan_is_given_as_the_reason()
    {
        var edited = Some.Plan(
            Some.B2bText.Replace("count: 2000", "count: 1500 # fewer", StringComparison.Ordinal)
        ) with
        {
            Seed = 43,
        };
        var stale = (await CompareAsync(new(edited))).ShouldBeOfType<Freshness.Stale>();
        stale.Lead.ShouldBe("L00001");
        stale.Reasons.ShouldBe(["The plan was edited."]);
        stale.Digest.ShouldNotBe(await DigestAsync(new(Plan)));
    }

    [Theory]
    [InlineData(1499, 1500, null)]
    [InlineData(1501, 1501, "L01501")]
    public async Task Fewer_and_more_leads_differ_where_one_of_the_two_ends(int count, long line, string? lead)
    {
        var stale = (await CompareAsync(new(Plan with { Count = count }))).ShouldBeOfType<Freshness.Stale>();
        stale.Line.ShouldBe(line);
        stale.Lead.ShouldBe(lead);
        stale.Reasons.ShouldBe([$"There were 1500 leads; there are {count} now."]);
    }

    [Fact]
    public async Task A_pinned_lead_that_differs_has_a_line_and_no_generated_lead()
    {
        var pinned = new PinnedLeads(1, Encoding.UTF8.GetBytes("{\"id\":\"vip\"}\n"));
        var stale = (await CompareAsync(new(Plan, pinned))).ShouldBeOfType<Freshness.Stale>();
        stale.Line.ShouldBe(1501);
        stale.Lead.ShouldBeNull();
    }

    [Fact]
    public async Task Another_generator_is_given_as_the_reason()
    {
        var generator = new LeadGenerator(Plan with { Seed = 5 });
        var frozen = new LeadGenerator(Plan).Manifest("", "a test") with
        {
            Generator = "plan generator 0, Bogus 1.2.3",
        };
        using var lines = new MemoryStream(await Some.AllAsync(new(Plan)));
        var stale = (
            await FreshnessCheck.CompareAsync(frozen, lines, generator, CancellationToken.None)
        ).ShouldBeOfType<Freshness.Stale>();
        stale.Reasons.ShouldBe([
            $"The leads were made by plan generator 0, Bogus 1.2.3; this is {LeadGenerator.Identity}.",
        ]);
    }

    [Fact]
    public void Comments_and_spacing_make_no_other_plan()
    {
        var spaced = Some.B2bText.Replace("seed: 42", "# why 42?\nseed:    42", StringComparison.Ordinal);
        Some.Plan(spaced).Hash.ShouldBe(Plan.Hash);
        Some.Plan(Some.B2bText.Replace("seed: 42", "seed: 43", StringComparison.Ordinal)).Hash.ShouldNotBe(Plan.Hash);
    }

    [Fact]
    public async Task A_manifest_says_what_the_set_is_and_what_made_it()
    {
        var digest = await DigestAsync(new(Plan));
        new LeadGenerator(Plan)
            .Manifest(digest, "scoreguard generate")
            .ShouldBe(new(1500, digest, Plan.AsOf, Plan.Hash, "plan generator 1, Bogus 34.0.2", "scoreguard generate"));
    }

    private static async Task<Freshness> CompareAsync(LeadGenerator generator, string? frozenLines = null)
    {
        var frozen = new LeadGenerator(Plan);
        var bytes = frozenLines is null ? await Some.AllAsync(frozen) : Encoding.UTF8.GetBytes(frozenLines);
        using var lines = new MemoryStream(bytes);
        return await FreshnessCheck.CompareAsync(
            frozen.Manifest(await DigestAsync(frozen), "a test"),
            lines,
            generator,
            CancellationToken.None
        );
    }

    private static async Task<string> DigestAsync(LeadGenerator generator)
    {
        using var digest = new LeadSetDigest();
        digest.Append(await Some.AllAsync(generator));
        return digest.Current;
    }
}
