using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ScoreGuard.Application.Comparing;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Explain;
using ScoreGuard.Domain.Outcomes;
using Outcome = ScoreGuard.Domain.Outcomes.Outcome;

namespace ScoreGuard.Application.Tests.Comparing;

public sealed class OutcomeComparisonTests
{
    private static readonly DriftPolicy Policy = DriftPolicy.None with
    {
        SalesStages = ["MQL", "SQL"],
        Tolerance = DriftPolicy.None.Tolerance.Add("fit", 1),
    };

    [Fact]
    public void A_comparison_of_packed_shards_equals_a_plain_one_of_lists() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => Agree(new Random(seed))).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Only_shards_whose_digests_differ_are_read()
    {
        var random = new Random(5);
        var before = Enumerable.Range(0, 500).Select(lead => Make(random, $"L{lead}")).ToList();
        var after = before.ToList();
        after[123] = after[123] with { Stage = "Elsewhere" };
        var store = new MemoryShards();
        var summary = await CompareAsync(store, before, after, perShard: 50);
        summary.Counts.Unchanged.ShouldBe(499);
        store.Reads.ShouldBe(2);
    }

    [Fact]
    public async Task A_decision_is_bound_to_the_lines_of_a_cause()
    {
        var before = new List<Outcome> { Make(new Random(1), "L1") with { Stage = "Inquiry", History = [] } };
        var one = await CompareAsync(new(), before, [before[0] with { Stage = "A" }], 10);
        var same = await CompareAsync(new(), before, [before[0] with { Stage = "A" }], 10);
        var other = await CompareAsync(new(), before, [before[0] with { Stage = "B" }], 10);
        same.Causes.Single().Digest.ShouldBe(one.Causes.Single().Digest);
        other.Causes.Single().Id.ShouldBe(one.Causes.Single().Id);
        other.Causes.Single().Digest.ShouldNotBe(one.Causes.Single().Digest);
    }

    [Fact]
    public async Task However_many_ways_there_are_of_moving_causes_stay_few_and_hold_every_lead()
    {
        var before = Enumerable.Range(0, 3000).Select(lead => Bare($"L{lead}")).ToList();
        var after = before.Select((outcome, index) => outcome with { Rules = [new($"rule-{index}", 5)] }).ToList();
        var summary = await CompareAsync(new(), before, after, 100);
        summary.Causes.Length.ShouldBe(1001);
        summary.Causes.Sum(cause => cause.Leads).ShouldBe(3000);
    }

    [Fact]
    public async Task A_score_within_the_tolerance_is_no_drift_and_is_counted()
    {
        var before = new List<Outcome> { Bare("L1") with { Scores = [new("fit", 10m)] } };
        var within = await CompareAsync(new(), before, [before[0] with { Scores = [new("fit", 11m)] }], 10);
        (within.Drifted, within.Tolerated).ShouldBe((0, 1));
        var beyond = await CompareAsync(new(), before, [before[0] with { Scores = [new("fit", 11.001m)] }], 10);
        (beyond.Drifted, beyond.Tolerated).ShouldBe((1, 0));
        var unscored = await CompareAsync(new(), before, [before[0] with { Scores = [new("fit", null)] }], 10);
        unscored.Drifted.ShouldBe(1);
    }

    private static bool Agree(Random random)
    {
        var before = Enumerable.Range(0, random.Next(60)).Select(lead => Make(random, $"L{lead}")).ToList();
        var after = before
            .Where(_ => random.Next(10) > 0)
            .Select(outcome => random.Next(3) > 0 ? outcome : Make(random, outcome.Lead))
            .Concat(Enumerable.Range(100, random.Next(5)).Select(lead => Make(random, $"L{lead}")))
            .ToList();
        if (random.Next(4) == 0)
        {
            after = [.. after.OrderBy(_ => random.Next())];
        }

        var summary = CompareAsync(new(), before, after, random.Next(1, 12)).GetAwaiter().GetResult();
        var plain = new PlainComparison(before, after, Policy);
        var counts = summary.Counts;
        counts.Leads.ShouldBe(plain.Leads);
        counts.Unchanged.ShouldBe(plain.Unchanged);
        counts.Gained.ShouldBe(plain.Gained);
        counts.Lost.ShouldBe(plain.Lost);
        (counts.Gained + counts.Lost + counts.ChangedOtherwise + counts.Unchanged).ShouldBe(counts.Leads);
        counts.ByKind.ToDictionary(kind => kind.What, kind => kind.Count).ShouldBe(plain.Kinds, ignoreOrder: true);
        summary
            .Stages.ToDictionary(cell => (cell.Before, cell.After), cell => cell.Leads)
            .ShouldBe(plain.Stages, ignoreOrder: true);
        summary
            .Routes.ToDictionary(cell => (cell.Before, cell.After), cell => cell.Leads)
            .ShouldBe(plain.Routes, ignoreOrder: true);
        summary.Causes.Sum(cause => cause.Leads).ShouldBe((int)(counts.Leads - counts.Unchanged));
        summary.After.Leads.ShouldBe(after.Count);
        Values(summary.After).ShouldBe(PlainComparison.Values(after));
        summary
            .After.Rules.ToDictionary(rule => rule.Id, rule => (rule.Leads, rule.Points))
            .ShouldBe(
                after
                    .SelectMany(outcome => outcome.Rules)
                    .GroupBy(rule => rule.Rule)
                    .ToDictionary(rule => rule.Key, rule => (rule.LongCount(), rule.Sum(one => one.Points))),
                ignoreOrder: true
            );
        return true;
    }

    private static ImmutableSortedDictionary<(string, decimal), long> Values(OutcomeTotals totals) =>
        totals
            .Scores.SelectMany(scores => scores.Values.Select(value => (scores.Name, value.Value, value.Leads)))
            .ToImmutableSortedDictionary(value => (value.Name, value.Value), value => value.Leads);

    private static async Task<DriftSummary> CompareAsync(
        MemoryShards store,
        List<Outcome> before,
        List<Outcome> after,
        int perShard
    )
    {
        var tally = new OutcomeTally();
        before.ForEach(tally.Add);
        using var drift = new DriftTally(tally.ToTotals(), EditAttribution.None, 10, NoSink.Instance);
        var comparison = new OutcomeComparison(store, Policy, () => new MemoryStream(), keep: false);
        var was = store.Pack(before, perShard);
        await comparison.RunAsync(was, new StoredOutcomes(store, store.Pack(after, perShard), []), drift, default);
        return drift.ToSummary();
    }

    private static Outcome Bare(string lead) => new(lead, [], [], null, null, [], [], [], [], [], null);

    private static Outcome Make(Random random, string lead)
    {
        string[] stages = ["Inquiry", "MQL", "SQL", "Lost"];
        var history = Enumerable
            .Range(0, random.Next(1, 4))
            .Select(step => new Outcome.StageEntry(
                stages[random.Next(4)],
                new Instant(1_700_000_000_000 + (step * 1000)),
                step == 0 ? null : $"t{random.Next(3)}"
            ))
            .ToImmutableArray();
        ImmutableArray<Outcome.Route> routes =
            random.Next(2) == 0 ? [] : [new(new(1_700_000_000_000), "MQL", $"team{random.Next(2)}", "r1", null)];
        ImmutableArray<Outcome.RulePoints> rules =
        [
            .. Enumerable
                .Range(0, 3)
                .Where(_ => random.Next(2) == 0)
                .Select(rule => new Outcome.RulePoints($"rule{rule}", random.Next(1, 4))),
        ];
        return new(
            lead,
            [new("fit", random.Next(4)), new("total", random.Next(3) == 0 ? null : random.Next(100) / 4m)],
            [],
            null,
            history[^1].Stage,
            history,
            routes,
            [],
            rules,
            [],
            random.Next(12) == 0 ? new("SG3001", new(1_700_000_000_000)) : null
        );
    }
}
