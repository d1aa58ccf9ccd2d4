using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;
using ScoreGuard.FakePlatforms.Marketo;

namespace ScoreGuard.Targets.Tests.Marketo;

public sealed class MarketoFaultTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(604)]
    [InlineData(606)]
    [InlineData(608)]
    [InlineData(611)]
    [InlineData(614)]
    [InlineData(615)]
    [InlineData(713)]
    public async Task A_passing_code_is_waited_for(int code)
    {
        await using var bench = await MarketoBench.StartAsync();
        var ids = await bench.CreateAsync(1);
        bench.Platform.FailNext("leads.json", Twice(new FakeMarketoFault.Code(code, "later")));
        (await bench.Target.ObserveAsync(ids, Stop)).Length.ShouldBe(1);
        bench.Time.Waited.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task A_passing_status_is_waited_for(int status)
    {
        await using var bench = await MarketoBench.StartAsync();
        var ids = await bench.CreateAsync(1);
        bench.Platform.FailNext("leads.json", Twice(new FakeMarketoFault.Status(status)));
        (await bench.Target.ObserveAsync(ids, Stop)).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(603, TargetFaultKind.Refused)]
    [InlineData(607, TargetFaultKind.BudgetSpent)]
    [InlineData(609, TargetFaultKind.Setup)]
    [InlineData(610, TargetFaultKind.Setup)]
    [InlineData(1003, TargetFaultKind.Setup)]
    public async Task A_lasting_code_ends_the_call_at_once(int code, TargetFaultKind kind)
    {
        await using var bench = await MarketoBench.StartAsync();
        var ids = await bench.CreateAsync(1);
        var before = bench.Platform.Calls.Count;
        bench.Platform.FailNext("leads.json", new FakeMarketoFault.Code(code, "no"));
        var fault = await Should.ThrowAsync<TargetFault>(() => bench.Target.ObserveAsync(ids, Stop));
        fault.Kind.ShouldBe(kind);
        fault.Message.ShouldContain($"{code} no");
        bench.Platform.Calls.Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task An_answer_that_is_no_json_is_no_answer()
    {
        await using var bench = await MarketoBench.StartAsync();
        var ids = await bench.CreateAsync(1);
        bench.Platform.FailNext("leads.json", [.. Enumerable.Repeat(new FakeMarketoFault.Status(200), 8)]);
        var fault = await Should.ThrowAsync<TargetFault>(() => bench.Target.ObserveAsync(ids, Stop));
        fault.Kind.ShouldBe(TargetFaultKind.Unreachable);
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_ends_and_once_when_it_is_refused()
    {
        await using var bench = await MarketoBench.StartAsync();
        var ids = await bench.CreateAsync(1);
        await bench.Target.ObserveAsync(ids, Stop);
        bench.Platform.TokensGiven.ShouldBe(1);
        bench.Time.Advance(TimeSpan.FromMinutes(60));
        var before = bench.Platform.Calls.Count;
        await bench.Target.ObserveAsync(ids, Stop);
        bench.Platform.TokensGiven.ShouldBe(2);
        bench.Platform.Calls.Count.ShouldBe(before + 1, "the old token was not even tried");
        bench.Platform.ExpireToken();
        await bench.Target.ObserveAsync(ids, Stop);
        bench.Platform.TokensGiven.ShouldBe(3);
        bench.Platform.Calls.Count.ShouldBe(before + 3);
    }

    [Fact]
    public async Task A_token_that_is_refused_twice_is_a_refusal()
    {
        await using var bench = await MarketoBench.StartAsync();
        var ids = await bench.CreateAsync(1);
        bench.Platform.FailNext("leads.json", Twice(new FakeMarketoFault.Code(601, "Access token invalid")));
        var fault = await Should.ThrowAsync<TargetFault>(() => bench.Target.ObserveAsync(ids, Stop));
        fault.Kind.ShouldBe(TargetFaultKind.Refused);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_and_never_told()
    {
        await using var bench = await MarketoBench.StartAsync();
        var target = (
            (Domain.Diagnostics.Parsed<ITarget>.Ok)
                TargetOpening.Open(bench.Setting(MarketoBench.Definition, bench.Platform.Url, "wrong-secret"))
        ).Value;
        var fault = await Should.ThrowAsync<TargetFault>(() => target.ObserveAsync(["1001"], Stop));
        fault.Kind.ShouldBe(TargetFaultKind.Refused);
        fault.ToString().ShouldNotContain("wrong-secret");
        fault.ToString().ShouldNotContain(FakeMarketo.ClientId);
    }

    [Fact]
    public async Task An_identity_service_that_is_down_is_asked_again_and_then_unreachable()
    {
        await using var bench = await MarketoBench.StartAsync();
        bench.Platform.FailNext("token", [.. Enumerable.Repeat(new FakeMarketoFault.Status(503), 3)]);
        await bench.CreateAsync(1);
        bench.Restart();
        bench.Platform.FailNext("token", [.. Enumerable.Repeat(new FakeMarketoFault.Status(503), 6)]);
        var fault = await Should.ThrowAsync<TargetFault>(() => bench.Target.ObserveAsync(["1001"], Stop));
        fault.Kind.ShouldBe(TargetFaultKind.Unreachable);
    }

    [Fact]
    public async Task An_upsert_without_an_answer_is_not_repeated_while_it_may_still_run()
    {
        await using var bench = await MarketoBench.StartAsync();
        bench.Platform.FailNext("leads.json", new FakeMarketoFault.LateAndBroken(TimeSpan.FromSeconds(80)));
        var ids = await bench.CreateAsync(2);
        bench.Time.Advance(TimeSpan.FromMinutes(5));
        (await bench.Target.ListAsync(MarketoBench.Run, Stop)).Select(left => left.Record).ShouldBe(ids);
        bench.Platform.Records.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Leads_that_were_doubled_nevertheless_become_one_again()
    {
        await using var bench = await MarketoBench.StartAsync();
        bench.Platform.FailNext("leads.json", new FakeMarketoFault.LateAndBroken(TimeSpan.FromMinutes(10)));
        var ids = await bench.CreateAsync(2);
        bench.Time.Advance(TimeSpan.FromMinutes(20));
        (await bench.Target.ListAsync(MarketoBench.Run, Stop)).Length.ShouldBe(4);
        bench.Restart();
        (await bench.CreateAsync(2)).ShouldBe(ids);
        bench.Platform.Records.Count.ShouldBe(2);
        bench.Platform.Records.ShouldAllBe(lead => bench.Platform.Instance.Lists[1001].Contains(lead.Id));
    }

    [Fact]
    public async Task A_doubled_address_of_somebody_else_is_left_alone()
    {
        await using var bench = await MarketoBench.StartAsync();
        await bench.CreateAsync(1);
        var first = bench.Platform.Instance.Leads[0];
        first.Fields["sgRunId"] = null;
        var second = new FakeMarketoLead(5_000, bench.Time.GetUtcNow());
        second.Fields["email"] = MarketoBench.Address(1);
        bench.Platform.Instance.Leads.Add(second);
        var result = (await bench.Target.CreateAsync(MarketoBench.Records(1), Stop)).ShouldHaveSingleItem();
        result.Refusal.ShouldNotBeNull().ShouldStartWith("1007");
        bench.Platform.Records.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_broken_connection_is_asked_again_where_that_does_no_harm()
    {
        await using var bench = await MarketoBench.StartAsync();
        var ids = await bench.CreateAsync(2);
        bench.Platform.FailNext("delete.json", new FakeMarketoFault.DoneAndBroken());
        await bench.Target.DeleteAsync(ids, Stop);
        bench.Platform.Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_more_than_fifty_calls_go_in_twenty_seconds()
    {
        await using var bench = await MarketoBench.StartAsync();
        var ids = await bench.CreateAsync(120);
        await bench.Target.SignalAsync([.. ids.Select(id => bench.Signal(SignalKind.Form, "1029", id))], Stop);
        var calls = bench.Platform.Calls;
        calls.Count.ShouldBe(122);
        for (var at = 50; at < calls.Count; at++)
        {
            (calls[at].At - calls[at - 50].At).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(20));
        }
    }

    [Fact]
    public async Task The_days_quota_of_all_integrations_ends_the_run()
    {
        await using var bench = await MarketoBench.StartAsync();
        var ids = await bench.CreateAsync(1);
        bench.Platform.DailyQuota = bench.Platform.Calls.Count;
        var fault = await Should.ThrowAsync<TargetFault>(() => bench.Target.ObserveAsync(ids, Stop));
        fault.Kind.ShouldBe(TargetFaultKind.BudgetSpent);
        bench.Time.Advance(TimeSpan.FromDays(1));
        (await bench.Target.ObserveAsync(ids, Stop)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_runs_budget_holds()
    {
        await using var bench = await MarketoBench.StartAsync();
        bench.Restart(definition => definition with { Discipline = definition.Discipline with { CallsPerRun = 3 } });
        var ids = await bench.CreateAsync(1);
        await bench.Target.ObserveAsync(ids, Stop);
        var fault = await Should.ThrowAsync<TargetFault>(() => bench.Target.ObserveAsync(ids, Stop));
        fault.Kind.ShouldBe(TargetFaultKind.BudgetSpent);
        bench.Platform.Calls.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("Invalid value 'Erika'. Required of type 'integer'", "Erika")]
    [InlineData("No lead erika@example.com here", "erika")]
    [InlineData("Value \"Erika\" is wrong", "Erika")]
    public async Task Words_of_Marketo_are_told_without_a_leads_values(string words, string value)
    {
        await using var bench = await MarketoBench.StartAsync();
        bench.Platform.FailNext("leads.json", new FakeMarketoFault.Code(1001, words));
        var fault = await Should.ThrowAsync<TargetFault>(() => bench.Target.ObserveAsync(["1001"], Stop));
        fault.Message.ShouldContain("1001");
        fault.Message.ShouldNotContain(value);
    }

    private static FakeMarketoFault[] Twice(FakeMarketoFault fault) => [fault, fault];
}
