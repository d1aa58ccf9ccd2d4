using System.Text.Json;

namespace ScoreGuard.Synthetic.Tests;

public sealed class JourneyTests
{
    private static readonly DateTimeOffset AsOf = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("{ do: b, at: 1h..2h after a }")]
    [InlineData("{ do: b, at: 1h..2h after each a }")]
    [InlineData("{ do: b, if: a }")]
    [InlineData("{ do: b, if: [a] }")]
    public void A_step_that_needs_another_happens_only_with_it(string step)
    {
        var leads = Journey($"{{ do: a, chance: 0.5 }}, {step}");
        leads.ShouldContain(lead => lead.Activities("b").Any());
        leads.ShouldAllBe(lead => lead.Activities("a").Any() || !lead.Activities("b").Any());
    }

    [Fact]
    public void A_step_that_excludes_another_happens_only_without_it()
    {
        var leads = Journey("{ do: b, unless: a }, { do: a, chance: 0.5 }");
        leads.ShouldAllBe(lead => lead.Activities("a").Any() != lead.Activities("b").Any());
    }

    [Fact]
    public void A_step_after_another_counts_from_its_last_time()
    {
        var leads = Journey("{ do: b, at: 1h..2h after a }, { do: a, times: 3 }");
        foreach (var lead in leads.Where(lead => lead.Activities("b").Any()))
        {
            var gap = lead.Activities("b").Single().At() - lead.Activities("a").Max(Some.At);
            gap.ShouldBeInRange(TimeSpan.FromHours(1), TimeSpan.FromHours(2));
        }
    }

    [Fact]
    public void A_step_before_another_counts_from_its_first_time()
    {
        var leads = Journey("{ do: b, at: 1h..2h before a }, { do: a, times: 3 }");
        leads.ShouldContain(lead => lead.Activities("b").Any());
        foreach (var lead in leads.Where(lead => lead.Activities("b").Any()))
        {
            var gap = lead.Activities("a").Min(Some.At) - lead.Activities("b").Single().At();
            gap.ShouldBeInRange(TimeSpan.FromHours(1), TimeSpan.FromHours(2));
        }
    }

    [Fact]
    public void A_step_after_each_happens_once_for_each()
    {
        var leads = Journey("{ do: a, times: 0..5, at: 1..80d after creation }, { do: b, at: 0 after each a }");
        leads.Select(lead => lead.Activities("a").Count()).Distinct().Count().ShouldBe(6);
        leads.ShouldAllBe(lead =>
            lead.Activities("b").Select(Some.At).SequenceEqual(lead.Activities("a").Select(Some.At))
        );
    }

    [Fact]
    public void A_step_ends_with_the_one_that_it_lasts_until()
    {
        var leads = Journey("{ do: a, times: 5, until: stop }, { do: stop, chance: 0.5 }");
        leads.ShouldContain(lead => !lead.Activities("a").Any() && lead.Activities("stop").Any());
        foreach (var lead in leads)
        {
            var stop = lead.Activities("stop").Select(Some.At).DefaultIfEmpty(DateTimeOffset.MaxValue).Single();
            lead.Activities("a").ShouldAllBe(activity => activity.At() < stop);
        }
    }

    [Fact]
    public void Times_with_a_gap_follow_each_other()
    {
        var leads = Journey("{ do: a, at: creation, times: 4, every: 2d..3d }");
        foreach (var lead in leads)
        {
            var times = lead.Activities("a").Select(Some.At).ToList();
            times[0].ShouldBe(lead.CreatedAt());
            times
                .Zip(times.Skip(1), (first, second) => second - first)
                .ShouldAllBe(gap => gap >= TimeSpan.FromDays(2) && gap <= TimeSpan.FromDays(3));
        }
    }

    [Fact]
    public void What_falls_outside_a_leads_life_is_left_out_and_never_moved()
    {
        var leads = Journey(
            "{ do: late, at: 0..100d after creation }, { do: early, at: 0..100d before asOf }, { do: then, at: 0 after late }"
        );
        leads.ShouldContain(lead => !lead.Activities("late").Any());
        leads.ShouldContain(lead => !lead.Activities("early").Any());
        leads.ShouldAllBe(lead => lead.Activities("then").Any() == lead.Activities("late").Any());
        leads.SelectMany(lead => lead.Activities()).Count(activity => activity.At() == AsOf).ShouldBeLessThan(5);
    }

    [Theory]
    [InlineData("at: 2026-03-01T09:00:00Z", "2026-03-01T09:00:00Z", "2026-03-01T09:00:00Z")]
    [InlineData("at: 5m..10m after 2026-03-01T09:00:00Z", "2026-03-01T09:05:00Z", "2026-03-01T09:10:00Z")]
    [InlineData("at: 1..2d before 2026-03-05", "2026-03-03T00:00:00Z", "2026-03-04T00:00:00Z")]
    [InlineData("at: 2026-03-01..2026-03-02", "2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z")]
    [InlineData("at: asOf", "2026-03-10T12:00:00Z", "2026-03-10T12:00:00Z")]
    [InlineData("at: 1w before asOf", "2026-03-03T12:00:00Z", "2026-03-03T12:00:00Z")]
    [InlineData("at: 30s before asOf", "2026-03-10T11:59:30Z", "2026-03-10T11:59:30Z")]
    public void Times_mean_what_they_say(string at, string low, string high)
    {
        var instants = Journey($"{{ do: a, {at} }}").SelectMany(lead => lead.Activities("a")).Select(Some.At).ToList();
        instants.ShouldNotBeEmpty();
        instants.ShouldAllBe(instant => instant >= DateTimeOffset.Parse(low) && instant <= DateTimeOffset.Parse(high));
    }

    [Fact]
    public void At_equal_instants_what_follows_another_stands_behind_it()
    {
        var leads = Journey(
            "{ do: c, at: 0 after b }, { do: b, at: 0 after a }, { do: a, at: creation }, { do: x, at: 0 before a }"
        );
        leads.ShouldAllBe(lead =>
            string.Concat(lead.Activities().Select(a => a.GetProperty("type").GetString())) == "xabc"
        );
    }

    [Fact]
    public void A_change_empties_an_attribute_and_any_other_activity_leaves_the_property_out()
    {
        var lead = Journey(
            "{ do: attribute_change, with: { a: ~, b: { text: '{lead.id}' } } }, { do: visit, with: { a: ~, b: 1 } }"
        )[0];
        lead.Activities("attribute_change")
            .Single()
            .GetProperty("properties")
            .GetRawText()
            .ShouldBe("{\"a\":null,\"b\":\"L00001\"}");
        lead.Activities("visit").Single().GetProperty("properties").GetRawText().ShouldBe("{\"b\":1}");
    }

    [Fact]
    public void Each_time_of_a_step_draws_its_own_properties()
    {
        var lead = Journey("{ do: a, times: 20, with: { n: { number: 1..1000000 }, m: { value: x, missing: 0.5 } } }")[
            0
        ];
        var properties = lead.Activities("a").Select(activity => activity.GetProperty("properties")).ToList();
        properties.Select(property => property.GetProperty("n").GetInt32()).Distinct().Count().ShouldBe(20);
        properties.Count(property => property.TryGetProperty("m", out _)).ShouldBeInRange(3, 17);
    }

    private static IReadOnlyList<JsonElement> Journey(string steps) =>
        Some.Leads(Some.PlanOf($"    created: 1..90d before asOf\n    journey: [ {steps} ]"));
}
