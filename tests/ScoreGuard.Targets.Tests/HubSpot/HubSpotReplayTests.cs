using System.Collections.Immutable;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Tests.HubSpot;

/// <summary>What the adapter does while nothing goes wrong.</summary>
public sealed class HubSpotReplayTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lead_becomes_a_contact_with_its_properties_and_the_run_mark()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        var created = await bench.CreatedAsync(1);
        var contact = bench.Fake.Records.ShouldHaveSingleItem();
        contact.Id.ShouldBe(created[0].Record);
        contact.Properties["sg_run_id"].ShouldBe(HubSpotBench.Run);
        contact.Properties["jobtitle"].ShouldBe("VP");
        contact.Properties["sg_synthetic"].ShouldBe("true");
    }

    [Fact]
    public async Task A_record_that_exists_is_updated_not_doubled()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        var first = await bench.CreatedAsync(3);
        var again = await bench.CreatedAsync(3);
        again.ShouldBe(first);
        bench.Fake.Records.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Addresses_with_capitals_find_their_results()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        var created = await bench.Target.CreateAsync([HubSpotBench.Record(1, "SG-1@Synthetic.Invalid")], Token);
        created[0].Record.ShouldBe(bench.Fake.Records[0].Id);
        bench.Fake.Records[0].Properties["email"].ShouldBe("sg-1@synthetic.invalid");
    }

    [Fact]
    public async Task A_hundred_leads_take_one_call()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        await bench.CreatedAsync(100);
        bench.Fake.Calls.ShouldHaveSingleItem().Path.ShouldBe("crm/v3/objects/contacts/batch/upsert");
    }

    [Fact]
    public async Task Numbers_and_emptied_values_are_written_as_HubSpot_takes_them()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        var created = await bench.CreatedAsync(1);
        TargetProperty[] changes = [new("numemployees", 12.50m), new("jobtitle", null), new("is_customer", false)];
        var results = await bench.Target.SignalAsync([bench.Signal(SignalKind.Update, created[0], changes)], Token);
        results[0].Refusal.ShouldBeNull();
        var contact = bench.Fake.Records[0];
        contact.Properties["numemployees"].ShouldBe("12.5");
        contact.Properties["jobtitle"].ShouldBeNull();
        contact.Properties["is_customer"].ShouldBe("false");
    }

    [Fact]
    public async Task A_score_is_observed_once_HubSpot_has_computed_it()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        var created = await bench.CreatedAsync(1);
        await bench.Target.SignalAsync([bench.Signal(SignalKind.Event, created[0])], Token);
        (await bench.ObservedAsync(created))[0].Values[HubSpotBench.Score].ShouldBeNull();
        bench.Time.Advance(TimeSpan.FromSeconds(30));
        (await bench.ObservedAsync(created))[0].Values[HubSpotBench.Score].ShouldBe("10");
    }

    [Fact]
    public async Task Only_what_the_workspace_reads_back_is_observed()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        var observed = await bench.ObservedAsync(await bench.CreatedAsync(1));
        observed[0].Values.Keys.Order(StringComparer.Ordinal).ShouldBe([HubSpotBench.Score, "lifecyclestage"]);
    }

    [Fact]
    public async Task A_record_that_is_gone_is_missing_among_the_observations()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        var created = await bench.CreatedAsync(3);
        await bench.Target.DeleteAsync([created[1].Record!], Token);
        (await bench.ObservedAsync(created))
            .Select(observation => observation.Record)
            .ShouldBe([created[0].Record!, created[2].Record!]);
        await bench.Target.DeleteAsync([created[0].Record!, created[2].Record!], Token);
        (await bench.ObservedAsync(created)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_carries_its_name_its_properties_and_when_it_happened()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        var created = await bench.CreatedAsync(1);
        var at = new Instant(bench.Now.UnixMilliseconds - 20 * Instant.MillisecondsPerDay);
        var signal = bench.Signal(SignalKind.Event, created[0], new TargetProperty("minutes", 12m)) with { At = at };
        await bench.Target.SignalAsync([signal], Token);
        var taken = bench.Fake.Records[0].Signals.ShouldHaveSingleItem();
        taken.Name.ShouldBe("pe123_demo_watched");
        taken.Properties["minutes"].ShouldBe("12");
        taken.OccurredAt.ToUnixTimeMilliseconds().ShouldBe(at.UnixMilliseconds);
    }

    [Fact]
    public async Task An_event_that_was_sent_before_is_done_and_happens_once()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        var created = await bench.CreatedAsync(4);
        var first = created.Take(2).Select(record => bench.Signal(SignalKind.Event, record)).ToImmutableArray();
        await bench.Target.SignalAsync(first, Token);
        var all = created.Select(record => bench.Signal(SignalKind.Event, record)).ToImmutableArray();
        (await bench.Target.SignalAsync(all, Token)).ShouldBe(created);
        bench.Fake.Records.ShouldAllBe(contact => contact.Signals.Count == 1);
    }

    [Theory]
    [InlineData("lead", "customer", "customer")]
    [InlineData("customer", "lead", "lead")]
    [InlineData("customer", "", null)]
    public async Task A_stage_is_set_forward_and_backward(string from, string to, string? stage)
    {
        await using var bench = await HubSpotBench.OpenAsync();
        var created = await bench.CreatedAsync(2);
        foreach (var wanted in (string[])[from, to])
        {
            var signals = created.Select(record =>
                bench.Signal(SignalKind.Stage, record, new TargetProperty("lifecyclestage", wanted))
            );
            var results = await bench.Target.SignalAsync([.. signals], Token);
            results.ShouldBe(created);
        }

        bench.Fake.Records.ShouldAllBe(contact => contact.Properties["lifecyclestage"] == stage);
    }

    [Fact]
    public async Task A_stage_is_not_cleared_where_the_workspace_forbids_it()
    {
        await using var bench = await HubSpotBench.OpenAsync(
            definition: HubSpotBench.Definition with
            {
                Options = [new("backward", "false")],
            }
        );
        var created = await bench.CreatedAsync(1);
        RecordResult[] results = [];
        foreach (var stage in (string[])["customer", "lead"])
        {
            var property = new TargetProperty("lifecyclestage", stage);
            results =
            [
                .. await bench.Target.SignalAsync([bench.Signal(SignalKind.Stage, created[0], property)], Token),
            ];
        }

        results[0].Refusal.ShouldNotBeNull().ShouldContain("forward only");
        bench.Fake.Records[0].Properties["lifecyclestage"].ShouldBe("customer");
    }

    [Fact]
    public async Task The_plan_counts_the_calls_that_a_replay_takes()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        var created = await bench.CreatedAsync(100);
        var signals = created.Select(record => bench.Signal(SignalKind.Event, record)).ToImmutableArray();
        await bench.Target.SignalAsync(signals, Token);
        await bench.ObservedAsync(created);
        await bench.ObservedAsync(created);
        await bench.Target.FindBreachesAsync(created[0].Record!, Token);
        await bench.Target.DeleteAsync([.. created.Select(record => record.Record!)], Token);
        bench.Time.Advance(TimeSpan.FromSeconds(10));
        await bench.Target.ListAsync(HubSpotBench.Run, Token);
        var plan = bench.Target.Plan(new(100, [new(SignalKind.Event, 100, 1)], Looks: 2));
        plan.Sum(planned => planned.Calls).ShouldBe(bench.Fake.Calls.Count);
    }

    [Fact]
    public async Task The_pace_stays_within_what_HubSpot_takes()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        var created = await bench.CreatedAsync(1);
        for (var call = 0; call < 450; call++)
        {
            await bench.ObservedAsync(created);
        }

        bench.Fake.Calls.Count.ShouldBe(451);
        bench.Time.Waited.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Searches_keep_their_own_slower_pace()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        for (var call = 0; call < 21; call++)
        {
            await bench.Target.ListAsync(HubSpotBench.Run, Token);
        }

        bench.Fake.Calls.Count.ShouldBe(21);
        bench.Time.Waited.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_window_that_others_used_up_is_waited_for()
    {
        await using var bench = await HubSpotBench.OpenAsync(new() { CallsInTenSeconds = 5 });
        var created = await bench.CreatedAsync(1);
        for (var call = 0; call < 20; call++)
        {
            await bench.ObservedAsync(created);
        }

        // No call was refused: the headers said when to wait.
        bench.Fake.Calls.Count.ShouldBe(21);
    }
}
