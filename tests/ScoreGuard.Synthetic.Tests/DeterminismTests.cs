using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Tests;

public sealed class DeterminismTests
{
    private static readonly LeadPlan Plan = Some.B2b(count: 2000);

    [Fact]
    public void A_lead_is_the_same_in_every_batch()
    {
        var generator = new LeadGenerator(Plan);
        var all = Some.Lines(generator, 1, Plan.Count).Split('\n');
        var places = Gen.Choose(1, Plan.Count).Two().ToArbitrary();
        Prop.ForAll(
                places,
                pair =>
                {
                    var (from, to) = (Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2));
                    to = Math.Min(to, from + 50);
                    return Some.Lines(generator, from, to - from + 1)
                        == string.Concat(all[(from - 1)..to].Select(line => line + "\n"));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task All_leads_are_the_same_on_any_number_of_threads(int threads)
    {
        var generator = new LeadGenerator(Plan);
        var bytes = await Some.AllAsync(generator, threads);
        Encoding.UTF8.GetString(bytes).ShouldBe(Some.Lines(generator, 1, Plan.Count));
    }

    [Fact]
    public void A_generator_can_be_used_by_several_threads_at_once()
    {
        var generator = new LeadGenerator(Plan);
        var expected = Some.Lines(generator, 1, 300);
        var made = new string[8];
        Parallel.For(0, made.Length, index => made[index] = Some.Lines(generator, 1, 300));
        made.ShouldAllBe(lines => lines == expected);
    }

    [Fact]
    public void A_lead_does_not_depend_on_how_many_there_are()
    {
        var few = Some.Lines(new(Some.B2b(count: 17)), 17, 1);
        var many = Some.Lines(new(Some.B2b(count: 99_999)), 17, 1);
        many.ShouldBe(few);
    }

    [Fact]
    public void Another_seed_makes_other_leads() =>
        Some.Lines(new(Some.B2b(seed: 43)), 1, 100).ShouldNotBe(Some.Lines(new(Some.B2b()), 1, 100));

    [Fact]
    public void Adding_an_attribute_moves_no_other()
    {
        const string Before = "    attributes:\n      a: { fake: city }\n      b: { number: 1..1000000 }";
        const string After =
            "    attributes:\n      c: { fake: company }\n      a: { fake: city }\n      b: { number: 1..1000000 }";
        var before = Some.Leads(Some.PlanOf(Before));
        var after = Some.Leads(Some.PlanOf(After));
        for (var index = 0; index < before.Count; index++)
        {
            after[index].Attribute("a").ShouldBe(before[index].Attribute("a"));
            after[index].Attribute("b").ShouldBe(before[index].Attribute("b"));
        }
    }

    [Fact]
    public void Adding_a_step_moves_no_other()
    {
        const string Before = "    journey: [ { do: a, times: 0..5, with: { n: { number: 1..100000 } } } ]";
        const string After =
            "    journey: [ { do: b, times: 0..5 }, { do: a, times: 0..5, with: { n: { number: 1..100000 } } } ]";
        var before = Some.Leads(Some.PlanOf(Before)).Select(lead => string.Join(',', lead.Activities("a")));
        var after = Some.Leads(Some.PlanOf(After)).Select(lead => string.Join(',', lead.Activities("a")));
        after.ShouldBe(before);
    }

    [Fact]
    public async Task The_leads_of_version_1_stay_what_they_are()
    {
        var golden = Path.Combine(Some.FolderOf("Goldens"), "b2b.first-20.jsonl");
        var made = Some.Lines(new(Plan), 1, 20);
        var actual = Path.Combine(Path.GetTempPath(), "b2b.first-20.jsonl");
        await File.WriteAllTextAsync(actual, made, TestContext.Current.CancellationToken);
        var expected = File.Exists(golden)
            ? await File.ReadAllTextAsync(golden, TestContext.Current.CancellationToken)
            : "";
        made.ShouldBe(
            expected,
            $"Leads differ from those that earlier versions made. If they are meant to, raise LeadGenerator.Version and accept them:\n"
                + $"  cp {actual} tests/ScoreGuard.Synthetic.Tests/Goldens/b2b.first-20.jsonl"
        );
    }

    [Fact]
    public async Task The_whole_population_of_version_1_stays_what_it_is()
    {
        var bytes = await Some.AllAsync(new(Plan));
        Convert
            .ToHexStringLower(SHA256.HashData(bytes))
            .ShouldBe(
                "1898425bfdb8d856173f00bade6052bf50e93d668be252dad09ce4148556327b",
                "If the leads are meant to differ, raise LeadGenerator.Version and put the new digest here."
            );
    }
}
