using System.Collections.Immutable;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.FakePlatforms.HubSpot;

namespace ScoreGuard.Targets.Tests.HubSpot;

/// <summary>What the adapter does when something goes wrong.</summary>
public sealed class HubSpotFaultTests
{
    private const string Upsert = "batch/upsert";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HubSpotFaultKind.TooManyCalls)]
    [InlineData(HubSpotFaultKind.Status)]
    [InlineData(HubSpotFaultKind.Reset)]
    [InlineData(HubSpotFaultKind.AnswerLost)]
    public async Task What_passes_is_waited_out_and_leaves_one_contact_a_lead(HubSpotFaultKind kind)
    {
        await using var bench = await HubSpotBench.OpenAsync();
        bench.Fake.Add(new("contacts/batch/upsert", kind) { Times = 3 });
        await bench.CreatedAsync(5);
        bench.Fake.Records.Count.ShouldBe(5);
        bench.Fake.Calls.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Retry_After_is_obeyed()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        bench.Fake.Add(new(Upsert, HubSpotFaultKind.TooManyCalls) { RetryAfter = TimeSpan.FromSeconds(47) });
        await bench.CreatedAsync(1);
        bench.Time.Waited.ShouldBe(TimeSpan.FromSeconds(47));
    }

    [Fact]
    public async Task An_event_whose_answer_was_lost_happens_once()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        var created = await bench.CreatedAsync(3);
        bench.Fake.Add(new("events/v3", HubSpotFaultKind.AnswerLost));
        var signals = created.Select(record => bench.Signal(SignalKind.Event, record)).ToImmutableArray();
        (await bench.Target.SignalAsync(signals, Token)).ShouldBe(created);
        bench.Fake.Records.ShouldAllBe(contact => contact.Signals.Count == 1);
    }

    [Theory]
    [InlineData(HubSpotFaultKind.DayIsSpent, TargetFaultKind.BudgetSpent, "RATE_LIMITS")]
    [InlineData(HubSpotFaultKind.TokenRefused, TargetFaultKind.Refused, "INVALID_AUTHENTICATION")]
    [InlineData(HubSpotFaultKind.ScopeMissing, TargetFaultKind.Refused, "crm.objects.contacts.write")]
    public async Task What_does_not_pass_is_a_fault_at_once(HubSpotFaultKind kind, TargetFaultKind fault, string says)
    {
        await using var bench = await HubSpotBench.OpenAsync();
        bench.Fake.Add(new(Upsert, kind) { Times = 9 });
        var thrown = await Should.ThrowAsync<TargetFault>(() => bench.CreatedAsync(1));
        thrown.Kind.ShouldBe(fault);
        thrown.Message.ShouldContain(says);
        bench.Fake.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_never_passes_is_unreachable()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        bench.Fake.Add(new(Upsert, HubSpotFaultKind.Status) { Times = 99 });
        var thrown = await Should.ThrowAsync<TargetFault>(() => bench.CreatedAsync(1));
        thrown.Kind.ShouldBe(TargetFaultKind.Unreachable);
        thrown.Message.ShouldContain("HTTP 503");
    }

    [Fact]
    public async Task One_refused_input_of_a_batch_is_refused_alone()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        bench.Fake.Add(new(Upsert, HubSpotFaultKind.PartOfTheBatch) { Inputs = place => place is 1 or 3 });
        var created = await bench.Target.CreateAsync(HubSpotBench.Records(5), Token);
        created.Select(result => result.Refusal is null).ShouldBe([true, false, true, false, true]);
        created[1].Refusal.ShouldBe("INTERNAL_ERROR");
        bench.Fake.Records.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refusal_says_why_without_the_leads_data(bool wholeBatches)
    {
        await using var bench = await HubSpotBench.OpenAsync(new() { RefusesWholeBatches = wholeBatches });
        ImmutableArray<TargetRecord> records =
        [
            .. HubSpotBench.Records(3),
            HubSpotBench.Record(4, "no-address"),
            HubSpotBench.Record(5),
        ];
        var created = await bench.Target.CreateAsync(records, Token);
        created.Select(result => result.Refusal is null).ShouldBe([true, true, true, false, true]);
        var refusal = created[3].Refusal.ShouldNotBeNull();
        refusal.ShouldStartWith("VALIDATION_ERROR: INVALID_EMAIL, email");
        refusal.ShouldNotContain("no-address");
        bench.Fake.Records.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_contact_that_is_gone_refuses_its_change_alone()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        var created = await bench.CreatedAsync(3);
        await bench.Target.DeleteAsync([created[0].Record!], Token);
        var signals = created.Select(record =>
            bench.Signal(SignalKind.Update, record, new TargetProperty("jobtitle", "CTO"))
        );
        var results = await bench.Target.SignalAsync([.. signals], Token);
        results[0].Refusal.ShouldBe("OBJECT_NOT_FOUND");
        results[1..].ShouldBe(created[1..]);
    }

    [Fact]
    public async Task A_property_that_HubSpot_does_not_have_is_the_setups_fault()
    {
        await using var bench = await HubSpotBench.OpenAsync(new() { KnownProperties = ["jobtitle", "sg_run_id"] });
        var thrown = await Should.ThrowAsync<TargetFault>(() => bench.CreatedAsync(4));
        thrown.Kind.ShouldBe(TargetFaultKind.Setup);
        thrown.Message.ShouldContain("PROPERTY_DOESNT_EXIST, sg_synthetic");
        bench.Fake.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_event_that_is_not_defined_is_the_setups_fault()
    {
        await using var bench = await HubSpotBench.OpenAsync(new() { KnownEvents = ["pe123_other"] });
        var created = await bench.CreatedAsync(2);
        var thrown = await Should.ThrowAsync<TargetFault>(() =>
            bench.Target.SignalAsync([bench.Signal(SignalKind.Event, created[0])], Token)
        );
        thrown.Kind.ShouldBe(TargetFaultKind.Setup);
        thrown.Message.ShouldContain("EVENT_DEFINITION_NOT_FOUND");
    }

    [Fact]
    public async Task An_event_of_a_contact_that_is_gone_is_refused_alone()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        var created = await bench.CreatedAsync(3);
        await bench.Target.DeleteAsync([created[2].Record!], Token);
        var signals = created.Select(record => bench.Signal(SignalKind.Event, record)).ToImmutableArray();
        var results = await bench.Target.SignalAsync(signals, Token);
        results[..2].ShouldBe(created[..2]);
        results[2].Refusal.ShouldNotBeNull().ShouldContain("INVALID_OBJECT");
    }

    [Theory]
    [InlineData(SignalKind.Form)]
    [InlineData(SignalKind.Visit)]
    public async Task A_signal_that_HubSpot_cannot_be_told_is_not_promised(SignalKind kind)
    {
        await using var bench = await HubSpotBench.OpenAsync();
        bench.Target.Capabilities.Find(kind).ShouldBeNull();
        var created = await bench.CreatedAsync(1);
        var thrown = await Should.ThrowAsync<TargetFault>(() =>
            bench.Target.SignalAsync([bench.Signal(kind, created[0])], Token)
        );
        thrown.Kind.ShouldBe(TargetFaultKind.Setup);
    }

    [Fact]
    public async Task A_run_ends_when_its_own_budget_is_spent()
    {
        var definition = HubSpotBench.Definition with
        {
            Discipline = ReplayDiscipline.Default with { CallsPerRun = 3 },
        };
        await using var bench = await HubSpotBench.OpenAsync(definition: definition);
        var created = await bench.CreatedAsync(1);
        await bench.ObservedAsync(created);
        await bench.ObservedAsync(created);
        var thrown = await Should.ThrowAsync<TargetFault>(() => bench.ObservedAsync(created));
        thrown.Kind.ShouldBe(TargetFaultKind.BudgetSpent);
        bench.Fake.Calls.Count.ShouldBe(3);
    }
}
