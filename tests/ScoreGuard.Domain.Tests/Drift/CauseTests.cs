using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Explain;
using ScoreGuard.Domain.Outcomes;
using Outcome = ScoreGuard.Domain.Outcomes.Outcome;

namespace ScoreGuard.Domain.Tests.Drift;

public sealed class CauseTests
{
    private static readonly EditAttribution TwoEdits = new([
        Edit(EditArea.Rule, "idle", "idle"),
        Edit(EditArea.Field, "country", "country", "german", "dach"),
    ]);

    private static readonly DriftPolicy Policy = DriftPolicy.None with { SalesStages = ["MQL"] };

    [Fact]
    public void Causes_part_the_changed_leads_among_them() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => Part(seed, EditAttribution.None) && Part(seed, TwoEdits))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_evidence_gives_the_same_ids_and_digests_and_other_edits_give_other_ids()
    {
        var leads = Leads(new Random(7));
        var first = Causes(TwoEdits, leads).Causes;
        var again = Causes(TwoEdits, leads).Causes;
        again.Select(cause => (cause.Id, cause.Digest)).ShouldBe(first.Select(cause => (cause.Id, cause.Digest)));
        var other = new EditAttribution([Edit(EditArea.Rule, "idle", "idle") with { Sentence = "Another edit." }]);
        var ids = Causes(other, leads).Causes.Where(cause => !cause.Edits.IsEmpty).Select(cause => cause.Id).ToList();
        ids.ShouldNotBeEmpty();
        ids.ShouldNotContain(id => first.Any(cause => cause.Id == id));
    }

    [Fact]
    public void Leads_moved_by_one_edit_in_one_way_are_one_cause_whatever_else_it_set_in_motion()
    {
        var causes = Causes(
            TwoEdits,
            Lead("L1", [], [], idle: -10, idleNow: -25),
            Lead("L2", [], [], idle: -10, idleNow: -25, other: 5, otherNow: 7),
            Lead("L3", [], [("MQL", "mql")], idle: -10, idleNow: 0),
            Lead("L4", [], [("MQL", "mql"), ("Lost", "lose")], idle: -10, idleNow: 0)
        ).Causes;
        causes
            .Select(cause => (cause.Leads, cause.Kinds.Single().What))
            .ShouldBe([(2, ChangeKind.Score), (2, ChangeKind.SalesGained)], ignoreOrder: true);
        causes.ShouldAllBe(cause => cause.Edits.Single() == "About idle.");
        var both = Causes(TwoEdits, Lead("L1", [], [], idle: 1, idleNow: 2, german: 3, germanNow: 0)).Causes.Single();
        both.Edits.ShouldBe(["About idle.", "About country."]);
    }

    [Fact]
    public void Drift_that_nobody_edited_is_grouped_by_what_moved_and_by_which_rules()
    {
        var causes = Causes(
            EditAttribution.None,
            Lead("L1", [], [], idle: -10, idleNow: -25),
            Lead("L2", [], [], idle: -10, idleNow: -5),
            Lead("L3", [], [], german: 20),
            Lead("L4", [], [("MQL", "mql")]),
            Lead("L5", [], [("MQL", "mql"), ("Lost", "lose")])
        ).Causes;
        causes
            .Select(cause => (cause.Leads, Rules: string.Join(' ', cause.Rules)))
            .ShouldBe([(2, "idle"), (2, "mql"), (1, "german")], ignoreOrder: true);
        causes.ShouldAllBe(cause => cause.Edits.IsEmpty);
        causes.Select(cause => cause.Leads).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void An_edit_of_a_field_explains_that_the_same_entry_goes_to_somebody_else()
    {
        var lead = Lead("L1", [("MQL", "mql")], [("MQL", "mql")]);
        var before = lead.Before! with { Routes = [new(At(1), "MQL", "DACH", "dach", null)] };
        var after = before with { Routes = [new(At(1), "MQL", "Pool", null, null)] };
        var cause = Causes(TwoEdits, Compared(before, after)).Causes.Single();
        (cause.Kinds.Single().What, cause.Edits.Single(), cause.Rules.Single()).ShouldBe(
            (ChangeKind.Routing, "About country.", "dach")
        );
    }

    [Fact]
    public void No_edit_makes_a_lead_vanish()
    {
        var gone = Lead("L1", [("MQL", "mql")], [], idle: 5).Before!;
        var causes = Causes(
            new([Edit(EditArea.Rule, "idle", "idle")]),
            Compared(gone, null),
            Compared(gone with { Lead = "L2", Rules = [] }, null)
        ).Causes;
        causes.Single().Leads.ShouldBe(2);
        causes.Single().Edits.ShouldBeEmpty();
    }

    [Fact]
    public void A_cause_names_at_most_fifty_rules_those_of_most_leads_first()
    {
        var leads = Enumerable
            .Range(0, 80)
            .Select(index =>
            {
                var was = Lead($"L{index}", [], [], idle: 1).Before!;
                return Compared(was, was with { Rules = [new("idle", 2), new($"other-{index:00}", 1)] });
            })
            .ToArray();
        var cause = Causes(TwoEdits, leads).Causes.Single();
        cause.Rules.Length.ShouldBe(50);
        cause.Rules.Take(3).ShouldBe(["idle", "other-00", "other-01"]);
    }

    private static bool Part(int seed, EditAttribution edits)
    {
        var leads = Leads(new Random(seed));
        var (causes, changes) = Causes(edits, leads);
        causes
            .ToDictionary(cause => cause.Id, cause => cause.Leads)
            .ShouldBe(
                changes.GroupBy(change => change.Cause).ToDictionary(group => group.Key, group => group.Count()),
                ignoreOrder: true
            );
        foreach (var cause in causes)
        {
            var own = changes.Where(change => change.Cause == cause.Id).ToList();
            cause.Kinds.Sum(kind => kind.Count).ShouldBe(cause.Leads);
            cause.Fields.ShouldBe(own.SelectMany(change => change.Fields).Distinct(), ignoreOrder: true);
            cause.Examples.ShouldBe(own.Take(10).Select(change => change.Lead));
        }

        return true;
    }

    private static ComparedLead[] Leads(Random random) =>
        [
            .. Enumerable
                .Range(0, random.Next(1, 60))
                .Select(index =>
                    Lead(
                        $"L{index}",
                        Path(random),
                        Path(random),
                        random.Next(3),
                        random.Next(3),
                        random.Next(2),
                        random.Next(2),
                        random.Next(2),
                        random.Next(2)
                    )
                )
                .Where(lead => !lead.Difference.Fields.IsEmpty),
        ];

    private static (string, string)[] Path(Random random) =>
        random.Next(3) switch
        {
            0 => [],
            1 => [("MQL", "mql")],
            _ => [("MQL", "mql"), ("Lost", "lose")],
        };

    private static (ImmutableArray<Cause> Causes, List<LeadChange> Changes) Causes(
        EditAttribution edits,
        params ComparedLead[] leads
    )
    {
        var sink = new Kept();
        using var tally = new DriftTally(OutcomeTotals.None, edits, 0, sink);
        foreach (var lead in leads)
        {
            tally.Add(lead);
        }

        return (tally.ToSummary().Causes, sink.Changes);
    }

    private static ComparedLead Lead(
        string id,
        (string Stage, string By)[] was,
        (string Stage, string By)[] now,
        int idle = 0,
        int idleNow = 0,
        int german = 0,
        int germanNow = 0,
        int other = 0,
        int otherNow = 0
    ) => Compared(Made(id, was, idle, german, other), Made(id, now, idleNow, germanNow, otherNow));

    private static Outcome Made(string id, (string Stage, string By)[] path, int idle, int german, int other) =>
        new(
            id,
            [new("total", idle + german + other)],
            [],
            null,
            path.Length == 0 ? "Raw" : path[^1].Stage,
            [
                new("Raw", At(0), null),
                .. path.Select((step, index) => new Outcome.StageEntry(step.Stage, At(index + 1), step.By)),
            ],
            [
                .. path.Where(step => step.Stage == "MQL")
                    .Select(_ => new Outcome.Route(At(1), "MQL", "Pool", "all", null)),
            ],
            [],
            [
                .. new Outcome.RulePoints[] { new("idle", idle), new("german", german), new("other", other) }.Where(
                    rule => rule.Points != 0
                ),
            ],
            [],
            null
        );

    private static ComparedLead Compared(Outcome? before, Outcome? after) =>
        new(
            before,
            after,
            OutcomeComparer.Compare(before, after, Policy),
            SHA256.HashData(Encoding.UTF8.GetBytes($"{before}\n{after}"))
        );

    private static Instant At(int second) => new(1_700_000_000_000 + (second * 1000));

    private static ModelEdit Edit(EditArea area, string name, params string[] touches) =>
        new(EditKind.Changed, area, name, name, $"About {name}.", [.. touches]);

    private sealed class Kept : IChangeSink
    {
        public List<LeadChange> Changes { get; } = [];

        public void Write(LeadChange change) => Changes.Add(change);
    }
}
