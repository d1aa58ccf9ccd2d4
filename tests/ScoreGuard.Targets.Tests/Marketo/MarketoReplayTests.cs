using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Tests.Marketo;

public sealed class MarketoReplayTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lead_is_created_scored_observed_and_deleted()
    {
        await using var bench = await MarketoBench.StartAsync();
        var created = await bench.Target.CreateAsync(
            [MarketoBench.Record(1, new TargetProperty("title", "Director"))],
            Stop
        );
        var id = created.ShouldHaveSingleItem().Record.ShouldNotBeNull();
        (await bench.Target.ObserveAsync([id], Stop)).ShouldHaveSingleItem().Values["leadScore"].ShouldBeNull();
        bench.Time.Advance(bench.Target.Capabilities.MinimumWait);
        var seen = (await bench.Target.ObserveAsync([id], Stop)).ShouldHaveSingleItem();
        seen.Record.ShouldBe(id);
        seen.Values["leadScore"].ShouldBe("10");
        (await bench.Target.FindBreachesAsync(id, Stop)).ShouldBeEmpty();
        await bench.Target.DeleteAsync([id], Stop);
        bench.Platform.Records.ShouldBeEmpty();
        (await bench.Target.ObserveAsync([id], Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_record_that_exists_is_updated_not_doubled()
    {
        await using var bench = await MarketoBench.StartAsync();
        var first = await bench.CreateAsync(3);
        bench.Restart();
        (await bench.CreateAsync(3)).ShouldBe(first);
        bench.Platform.Records.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Five_hundred_leads_go_in_calls_of_three_hundred()
    {
        await using var bench = await MarketoBench.StartAsync();
        var ids = await bench.CreateAsync(500);
        ids.Distinct().Count().ShouldBe(500);
        bench.Platform.Calls.Count(call => call is { Method: "POST", Path: "/rest/v1/leads.json" }).ShouldBe(2);
        bench.CallsOf("lists/1001/leads.json").ShouldBe(2);
    }

    [Fact]
    public async Task Leads_that_are_more_than_a_megabyte_go_in_several_calls()
    {
        await using var bench = await MarketoBench.StartAsync();
        var wide = new string('w', 8_000);
        var results = await bench.Target.CreateAsync(
            [
                .. Enumerable
                    .Range(1, 300)
                    .Select(number => MarketoBench.Record(number, new TargetProperty("company", wide))),
            ],
            Stop
        );
        results.Select(result => result.Record).Distinct().Count().ShouldBe(300);
        bench.Platform.Calls.Count(call => call is { Method: "POST", Path: "/rest/v1/leads.json" }).ShouldBe(3);
        bench
            .Platform.Records.Select(lead => lead.Find("email"))
            .ShouldBe([.. Enumerable.Range(1, 300).Select(MarketoBench.Address)]);
    }

    [Fact]
    public async Task A_number_goes_without_zeros_at_its_end()
    {
        await using var bench = await MarketoBench.StartAsync();
        var results = await bench.Target.CreateAsync(
            [MarketoBench.Record(1, new TargetProperty("leadScore", 12.00m))],
            Stop
        );
        results.ShouldHaveSingleItem().Refusal.ShouldBeNull();
        bench.Platform.Records[0].Find("leadScore").ShouldBe("12");
    }

    [Fact]
    public async Task A_lead_that_is_skipped_is_refused_alone_and_joins_no_list()
    {
        await using var bench = await MarketoBench.StartAsync();
        bench.Platform.Instance.Refuses = fields => fields["email"] == MarketoBench.Address(2);
        var results = await bench.Target.CreateAsync(MarketoBench.Records(3), Stop);
        results.Select(result => result.Refusal).ShouldBe([null, "1010 Partition update not allowed", null]);
        bench.Platform.Instance.Lists[1001].Count.ShouldBe(2);
    }

    [Fact]
    public async Task Ids_that_are_too_long_for_an_address_are_asked_for_in_a_body()
    {
        await using var bench = await MarketoBench.StartAsync();
        var ids = await bench.CreateAsync(300);
        bench.Restart(definition =>
            definition with
            {
                Outcome = definition.Outcome with
                {
                    Expected = [.. Enumerable.Range(0, 300).Select(at => $"sgScoreOfDimensionNumber{at:D5}")],
                },
            }
        );
        for (var at = 0; at < 300; at++)
        {
            bench.Platform.Instance.Fields[$"sgScoreOfDimensionNumber{at:D5}"] = "score";
        }

        var seen = await bench.Target.ObserveAsync(ids, Stop);
        seen.Length.ShouldBe(300);
        bench.Platform.Calls[^1].ShouldBe(("POST", "/rest/v1/leads.json", bench.Platform.Calls[^1].At));
    }

    [Fact]
    public async Task A_row_that_is_refused_leaves_the_others_alone_and_tells_no_value_of_the_lead()
    {
        await using var bench = await MarketoBench.StartAsync();
        var results = await bench.Target.CreateAsync(
            [
                MarketoBench.Record(1),
                MarketoBench.Record(2, new TargetProperty("leadScore", "Erika Mustermann")),
                MarketoBench.Record(3, new TargetProperty("favouriteColour", "blue")),
            ],
            Stop
        );
        results[0].Record.ShouldNotBeNull();
        results[1].Refusal.ShouldBe("1001 Invalid value '…'");
        results[2].Refusal.ShouldBe("1006 Field 'favouriteColour' not found");
        bench.Platform.Records.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Leads_of_any_run_are_those_of_the_list_that_carry_a_mark()
    {
        await using var bench = await MarketoBench.StartAsync();
        var ids = await bench.CreateAsync(2);
        var real = bench.Platform.Instance.Leads[0];
        real.Fields["sgRunId"] = null;
        bench.Platform.Instance.Leads[1].Fields["sgRunId"] = "another-run";
        (await bench.Target.ListAsync(null, Stop)).ShouldBe([new LeftRecord(ids[1], "another-run")]);
        (await bench.Target.ListAsync(MarketoBench.Run, Stop)).ShouldBeEmpty();
        (await bench.Target.ListAsync("another-run", Stop)).ShouldBe([new LeftRecord(ids[1], "another-run")]);
    }

    [Fact]
    public async Task A_lead_that_never_reached_the_list_is_found_by_its_mark()
    {
        await using var bench = await MarketoBench.StartAsync();
        var ids = await bench.CreateAsync(2);
        bench.Platform.Instance.Lists[1001].Clear();
        (await bench.Target.ListAsync(MarketoBench.Run, Stop)).Select(left => left.Record).ShouldBe(ids);
    }

    [Fact]
    public async Task A_run_of_more_leads_than_a_search_shows_is_listed_by_the_static_list()
    {
        await using var bench = await MarketoBench.StartAsync();
        await bench.CreateAsync(1_100);
        (await bench.Target.ListAsync(MarketoBench.Run, Stop)).Length.ShouldBe(1_100);
        (await bench.Target.ListAsync(null, Stop)).Length.ShouldBe(1_100);
    }

    [Fact]
    public async Task Leads_outside_the_list_are_found_once_the_others_are_deleted()
    {
        await using var bench = await MarketoBench.StartAsync();
        var ids = await bench.CreateAsync(1_100);
        bench.Platform.Instance.Lists[1001].RemoveWhere(id => id <= long.Parse(ids[199]));
        var first = await bench.Target.ListAsync(MarketoBench.Run, Stop);
        first.Length.ShouldBe(900);
        foreach (var batch in first.Chunk(300))
        {
            await bench.Target.DeleteAsync([.. batch.Select(left => left.Record)], Stop);
        }

        (await bench.Target.ListAsync(MarketoBench.Run, Stop)).Select(left => left.Record).ShouldBe(ids[..200]);
    }

    [Theory]
    [InlineData("../campaigns/1")]
    [InlineData("1&2")]
    public async Task An_id_that_is_no_number_goes_into_no_call(string record)
    {
        await using var bench = await MarketoBench.StartAsync();
        var signal = new TargetSignal("s", SignalKind.Update, "", record, MarketoBench.Address(1), bench.Now, []);
        await Should.ThrowAsync<Domain.Faults.TargetFault>(() => bench.Target.SignalAsync([signal], Stop));
        bench.Platform.Calls.ShouldBeEmpty();
        (await bench.Target.ObserveAsync([record], Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lead_without_a_mark_is_never_deleted()
    {
        await using var bench = await MarketoBench.StartAsync();
        var ids = await bench.CreateAsync(2);
        bench.Platform.Instance.Leads[0].Fields["sgRunId"] = null;
        var fault = await Should.ThrowAsync<Domain.Faults.TargetFault>(() => bench.Target.DeleteAsync(ids, Stop));
        fault.Kind.ShouldBe(Domain.Faults.TargetFaultKind.Setup);
        bench.Platform.Records.ShouldHaveSingleItem().Find("sgRunId").ShouldBeNull();
    }

    [Fact]
    public async Task What_is_gone_already_is_no_error_and_what_is_kept_is_listed()
    {
        await using var bench = await MarketoBench.StartAsync();
        var ids = await bench.CreateAsync(3);
        await bench.Target.DeleteAsync([ids[0]], Stop);
        bench.Platform.Instance.Keeps = lead => $"{lead.Id}" == ids[1];
        await bench.Target.DeleteAsync(ids, Stop);
        (await bench.Target.ListAsync(MarketoBench.Run, Stop)).ShouldBe([new LeftRecord(ids[1], MarketoBench.Run)]);
        await Should.ThrowAsync<Domain.Faults.TargetFault>(() => bench.Target.DeleteAsync([ids[1]], Stop));
    }

    [Fact]
    public async Task A_lead_with_an_owner_or_a_mail_is_a_breach()
    {
        await using var bench = await MarketoBench.StartAsync();
        bench.Platform.ActivityPageRows = 1;
        bench.Platform.Instance.OwnerOfNewLeads = "0058000000AbCdE";
        bench.Platform.Instance.ActivityOfNewLeads = FakePlatforms.Marketo.FakeMarketoInstance.SendAlert;
        var id = (await bench.CreateAsync(1))[0];
        bench.Platform.Instance.Log(
            bench.Platform.Records[0],
            FakePlatforms.Marketo.FakeMarketoInstance.SendAlert,
            bench.Time.GetUtcNow(),
            ""
        );
        (await bench.Target.FindBreachesAsync(id, Stop)).ShouldBe([
            "its field sfdcLeadOwnerId was filled in",
            "its activity log has Send Alert (2 times)",
        ]);
    }

    [Fact]
    public async Task A_lead_that_vanished_is_a_breach()
    {
        await using var bench = await MarketoBench.StartAsync();
        (await bench.Target.FindBreachesAsync("4711", Stop)).ShouldHaveSingleItem().ShouldStartWith("it is gone");
    }

    [Fact]
    public async Task A_lead_that_a_list_does_not_know_yet_is_put_into_it_later()
    {
        await using var bench = await MarketoBench.StartAsync();
        bench.Platform.Instance.ListLag = TimeSpan.FromSeconds(4);
        var id = (await bench.CreateAsync(1))[0];
        bench.Platform.Instance.Lists[1001].ShouldBe([long.Parse(id)]);
    }

    [Fact]
    public async Task The_plan_is_what_a_replay_takes()
    {
        await using var bench = await MarketoBench.StartAsync();
        var plan = bench.Target.Plan(new(500, [new(SignalKind.Form, 4, 1), new(SignalKind.Event, 3, 1)], Looks: 2));
        var ids = await bench.CreateAsync(500);
        await bench.Target.FindBreachesAsync(ids[0], Stop);
        await bench.Target.SignalAsync([.. ids[..4].Select(id => bench.Signal(SignalKind.Form, "1029", id))], Stop);
        await bench.Target.SignalAsync(
            [
                .. ids[..3]
                    .Select(id =>
                        bench.Signal(
                            SignalKind.Event,
                            "100001",
                            id,
                            new TargetProperty("primaryAttributeValue", "Tour")
                        )
                    ),
            ],
            Stop
        );
        foreach (var batch in new[] { ids[..300], ids[300..], ids[..300], ids[300..] })
        {
            (await bench.Target.ObserveAsync(batch, Stop)).Length.ShouldBe(batch.Length);
        }

        await bench.Target.DeleteAsync(ids[..300], Stop);
        await bench.Target.DeleteAsync(ids[300..], Stop);
        await bench.Target.ListAsync(MarketoBench.Run, Stop);
        plan.Sum(planned => planned.Calls).ShouldBe(bench.Platform.Calls.Count);
    }
}
