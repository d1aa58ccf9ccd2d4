using ScoreGuard.Domain;
using ScoreGuard.Domain.Targets;
using ScoreGuard.FakePlatforms.Marketo;

namespace ScoreGuard.Targets.Tests.Marketo;

public sealed class MarketoSignalTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_is_filled_in_for_the_lead_that_has_the_address()
    {
        await using var bench = await MarketoBench.StartAsync();
        var ids = await bench.CreateAsync(2);
        var results = await bench.Target.SignalAsync(
            [.. ids.Select(id => bench.Signal(SignalKind.Form, "1029", id, new TargetProperty("title", "Director")))],
            Stop
        );
        results.ShouldBe([RecordResult.Of(ids[0]), RecordResult.Of(ids[1])]);
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        (await bench.Target.ObserveAsync(ids, Stop)).Select(seen => seen.Values["leadScore"]).ShouldBe(["15", "15"]);
    }

    [Fact]
    public async Task An_event_lies_where_the_signal_says()
    {
        await using var bench = await MarketoBench.StartAsync();
        var id = (await bench.CreateAsync(1))[0];
        var signal = bench.Signal(
            SignalKind.Event,
            "100001",
            id,
            new TargetProperty("primaryAttributeValue", "Tour"),
            new TargetProperty("minutes", 12m)
        ) with
        {
            At = new Instant(bench.Now.UnixMilliseconds - (10 * Instant.MillisecondsPerDay)),
        };
        (await bench.Target.SignalAsync([signal], Stop)).ShouldBe([RecordResult.Of(id)]);
        var properties = bench.Platform.Records[0].Signals.ShouldHaveSingleItem().Properties;
        properties["activityDate"].ShouldBe("2026-11-12T06:00:00Z");
        properties["primaryAttributeValue"].ShouldBe("Tour");
        properties["minutes"].ShouldBe("12");
    }

    [Fact]
    public async Task A_signal_that_was_sent_is_not_sent_again()
    {
        await using var bench = await MarketoBench.StartAsync();
        var ids = await bench.CreateAsync(2);
        var signals = ids.Select(id => bench.Signal(SignalKind.Form, "1029", id)).ToList();
        await bench.Target.SignalAsync([signals[0]], Stop);
        (await bench.Target.SignalAsync([.. signals], Stop)).ShouldBe([.. ids.Select(RecordResult.Of)]);
        bench.Platform.Records.ShouldAllBe(lead => lead.Signals.Count == 1);
    }

    [Theory]
    [InlineData("activities/external.json", SignalKind.Event, "100001")]
    [InlineData("submitForm.json", SignalKind.Form, "1029")]
    [InlineData("trigger.json", SignalKind.Request, "3712")]
    public async Task A_signal_in_doubt_is_never_sent_twice(string path, SignalKind kind, string name)
    {
        await using var bench = await MarketoBench.StartAsync();
        bench.Platform.Instance.Campaigns.Add(Requestable(3712));
        var id = (await bench.CreateAsync(1))[0];
        bench.Platform.FailNext(path, new FakeMarketoFault.DoneAndBroken());
        var signal = bench.Signal(kind, name, id);
        var fault = await Should.ThrowAsync<Domain.Faults.TargetFault>(() => bench.Target.SignalAsync([signal], Stop));
        fault.InDoubt.ShouldBeTrue();
        var again = (await bench.Target.SignalAsync([signal], Stop)).ShouldHaveSingleItem();
        again.Refusal.ShouldBe("Marketo did not say whether it took the signal, and it cannot be sent twice");
        bench.Platform.Records[0].Signals.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_signal_that_was_surely_not_taken_is_sent_again()
    {
        await using var bench = await MarketoBench.StartAsync();
        var id = (await bench.CreateAsync(1))[0];
        bench.Platform.FailNext(
            "external.json",
            new FakeMarketoFault.Code(606, "Max rate limit '100' exceeded with in '20' secs"),
            new FakeMarketoFault.Code(615, "Concurrent access limit reached")
        );
        (await bench.Target.SignalAsync([bench.Signal(SignalKind.Event, "100001", id)], Stop)).ShouldBe([
            RecordResult.Of(id),
        ]);
        bench.Platform.Records[0].Signals.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_form_that_makes_a_second_lead_is_refused_and_the_lead_deleted()
    {
        await using var bench = await MarketoBench.StartAsync();
        var id = (await bench.CreateAsync(1))[0];
        var signal = bench.Signal(SignalKind.Form, "1029", id) with { Address = "elsewhere@sg.example.com" };
        var result = (await bench.Target.SignalAsync([signal], Stop)).ShouldHaveSingleItem();
        result.Refusal.ShouldNotBeNull().ShouldContain("second lead");
        bench.Platform.Records.ShouldHaveSingleItem().Id.ShouldBe(long.Parse(id));
    }

    [Fact]
    public async Task A_member_that_is_further_already_stays_there()
    {
        await using var bench = await MarketoBench.StartAsync();
        var id = (await bench.CreateAsync(1))[0];
        foreach (var status in (string[])["Registered", "Invited", "Attended"])
        {
            (await bench.Target.SignalAsync([bench.Signal(SignalKind.Member, $"2045/{status}", id)], Stop)).ShouldBe([
                RecordResult.Of(id),
            ]);
        }

        bench.Platform.Records[0].Signals.Select(signal => signal.Name).ShouldBe(["2045/Registered", "2045/Attended"]);
    }

    [Fact]
    public async Task A_lead_joins_a_static_list_once()
    {
        await using var bench = await MarketoBench.StartAsync();
        bench.Platform.Instance.Lists[77] = [];
        var id = (await bench.CreateAsync(1))[0];
        var signal = bench.Signal(SignalKind.Member, "list/77", id);
        (await bench.Target.SignalAsync([signal], Stop)).ShouldBe([RecordResult.Of(id)]);
        (await bench.Target.SignalAsync([signal with { Id = "another" }], Stop)).ShouldBe([RecordResult.Of(id)]);
        bench.Platform.Instance.Lists[77].ShouldBe([long.Parse(id)]);
    }

    [Fact]
    public async Task A_campaign_takes_a_hundred_leads_a_call_and_each_its_tokens()
    {
        await using var bench = await MarketoBench.StartAsync();
        bench.Platform.Instance.Campaigns.Add(Requestable(3712));
        var ids = await bench.CreateAsync(250);
        await bench.Target.SignalAsync(
            [
                .. ids.Select(
                    (id, at) =>
                        bench.Signal(
                            SignalKind.Request,
                            "3712",
                            id,
                            new TargetProperty("my.reason", at < 240 ? "a" : "b")
                        )
                ),
            ],
            Stop
        );
        bench.CallsOf("trigger.json").ShouldBe(4);
        bench.Platform.Records.Count(lead => lead.Signals[0].Properties["{{my.reason}}"] == "a").ShouldBe(240);
        bench.Platform.Records.Count(lead => lead.Signals[0].Properties["{{my.reason}}"] == "b").ShouldBe(10);
    }

    [Fact]
    public async Task A_campaign_that_waits_for_no_request_is_a_setup_fault()
    {
        await using var bench = await MarketoBench.StartAsync();
        bench.Platform.Instance.Campaigns.Add(Requestable(3712) with { IsRequestable = false });
        var id = (await bench.CreateAsync(1))[0];
        var fault = await Should.ThrowAsync<Domain.Faults.TargetFault>(() =>
            bench.Target.SignalAsync([bench.Signal(SignalKind.Request, "3712", id)], Stop)
        );
        fault.Kind.ShouldBe(Domain.Faults.TargetFaultKind.Setup);
    }

    [Fact]
    public async Task An_update_changes_fields_but_never_the_mark()
    {
        await using var bench = await MarketoBench.StartAsync();
        var id = (await bench.CreateAsync(1))[0];
        var signal = bench.Signal(
            SignalKind.Update,
            "",
            id,
            new TargetProperty("title", "Director"),
            new TargetProperty("sgRunId", null)
        );
        (await bench.Target.SignalAsync([signal], Stop)).ShouldBe([RecordResult.Of(id)]);
        bench.Platform.Records[0].Find("title").ShouldBe("Director");
        bench.Platform.Records[0].Find("sgRunId").ShouldBe(MarketoBench.Run);
    }

    [Theory]
    [InlineData(SignalKind.Visit)]
    [InlineData(SignalKind.Task)]
    [InlineData(SignalKind.Stage)]
    public async Task What_cannot_be_injected_is_not_named_and_is_refused(SignalKind kind)
    {
        await using var bench = await MarketoBench.StartAsync();
        var id = (await bench.CreateAsync(1))[0];
        bench.Target.Capabilities.Find(kind).ShouldBeNull();
        await Should.ThrowAsync<Domain.Faults.TargetFault>(() =>
            bench.Target.SignalAsync([bench.Signal(kind, "", id)], Stop)
        );
    }

    private static FakeMarketoCampaign Requestable(int id) =>
        new(id, "Asked for", "trigger", "Active", ("Folder", 12)) { IsRequestable = true };
}
