using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Tests.Salesforce;

public sealed class SalesforceSignalTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_update_changes_fields_and_is_told_lead_by_lead()
    {
        await using var story = await SalesforceStory.StartAsync();
        var target = story.Target();
        var ids = await SalesforceStory.CreateAsync(target, [.. SalesforceStory.Records(2)]);
        var results = await target.SignalAsync(
            [
                story.Signal(SignalKind.Update, ids[0], "", ("Title", "VP")),
                story.Signal(SignalKind.Update, ids[1], "", ("Nope__c", 1m)),
            ],
            Now
        );
        results[0].ShouldBe(RecordResult.Of(ids[0]));
        results[1].Refusal.ShouldBe("INVALID_FIELD: No such column 'Nope__c' on sobject of type Lead");
        (await target.ObserveAsync([ids[0]], Now))[0].Values["score__c"].ShouldBe("10");
    }

    [Fact]
    public async Task A_stage_is_set_by_the_name_that_the_org_has_for_it()
    {
        await using var story = await SalesforceStory.StartAsync();
        var target = story.Target();
        var ids = await SalesforceStory.CreateAsync(target, SalesforceStory.Record("a"));
        await target.SignalAsync([story.Signal(SignalKind.Stage, ids[0], "", ("Status", "MQL"))], Now);
        (await target.ObserveAsync(ids, Now))[0].Values["Status"].ShouldBe("Working - Contacted");
    }

    [Fact]
    public async Task A_member_is_added_once_and_then_changes_its_status()
    {
        await using var story = await SalesforceStory.StartAsync();
        var target = story.Target();
        var ids = await SalesforceStory.CreateAsync(target, [.. SalesforceStory.Records(2)]);
        await target.SignalAsync(
            [story.Signal(SignalKind.Member, ids[0], SalesforceStory.Campaign, ("Status", "Sent"))],
            Now
        );
        var results = await target.SignalAsync(
            [
                story.Signal(SignalKind.Member, ids[0], SalesforceStory.Campaign, ("Status", "Responded")),
                story.Signal(SignalKind.Member, ids[1], SalesforceStory.Campaign),
            ],
            Now
        );
        results.ShouldBe([RecordResult.Of(ids[0]), RecordResult.Of(ids[1])]);
        var members = story.Fake.Org.Of("CampaignMember");
        members.Count.ShouldBe(2);
        members[0].Fields["Status"].ShouldBe("Responded");
    }

    [Fact]
    public async Task A_campaign_that_is_not_there_is_told()
    {
        await using var story = await SalesforceStory.StartAsync();
        var target = story.Target();
        var ids = await SalesforceStory.CreateAsync(target, SalesforceStory.Record("a"));
        var results = await target.SignalAsync([story.Signal(SignalKind.Member, ids[0], "7015e000000OtheAAA")], Now);
        results[0].Refusal.ShouldBe("INVALID_CROSS_REFERENCE_KEY");
    }

    [Fact]
    public async Task A_task_is_logged_back_dated_to_its_day()
    {
        await using var story = await SalesforceStory.StartAsync();
        var target = story.Target();
        var ids = await SalesforceStory.CreateAsync(target, SalesforceStory.Record("a"));
        await target.SignalAsync([story.Signal(SignalKind.Task, ids[0], "Call", ("Priority", "High"))], Now);
        var task = story.Fake.Org.Of("Task").ShouldHaveSingleItem();
        (task.Fields["Subject"], task.Fields["Status"], task.Fields["ActivityDate"], task.Fields["Priority"]).ShouldBe(
            ("Call", "Completed", "2026-11-19", "High")
        );
        (await target.ObserveAsync(ids, Now))[0].Values["score__c"].ShouldBe("5");
    }

    [Fact]
    public async Task A_task_is_not_logged_twice_when_it_is_sent_again()
    {
        await using var story = await SalesforceStory.StartAsync();
        var target = story.Target();
        var ids = await SalesforceStory.CreateAsync(target, [.. SalesforceStory.Records(2)]);
        await target.SignalAsync([story.Signal(SignalKind.Task, ids[0], "Call")], Now);
        var again = await target.SignalAsync(
            [story.Signal(SignalKind.Task, ids[0], "Call"), story.Signal(SignalKind.Task, ids[1], "Call")],
            Now
        );
        again.ShouldBe([RecordResult.Of(ids[0]), RecordResult.Of(ids[1])]);
        story.Fake.Org.Of("Task").Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_task_whose_answer_got_lost_is_looked_for_before_it_is_logged_again()
    {
        await using var story = await SalesforceStory.StartAsync();
        var target = story.Target();
        var ids = await SalesforceStory.CreateAsync(target, SalesforceStory.Record("a"));
        story.Fake.LostAnswers = 1;
        var results = await target.SignalAsync([story.Signal(SignalKind.Task, ids[0], "Call")], Now);
        results.ShouldBe([RecordResult.Of(ids[0])]);
        story.Fake.Org.Of("Task").Count.ShouldBe(1);
    }

    [Fact]
    public async Task No_signal_takes_no_call()
    {
        await using var story = await SalesforceStory.StartAsync();
        (await story.Target().SignalAsync([], Now)).ShouldBeEmpty();
        story.Fake.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_signal_that_cannot_be_injected_is_a_bug_of_the_caller()
    {
        await using var story = await SalesforceStory.StartAsync();
        var target = story.Target();
        foreach (var kind in Enum.GetValues<SignalKind>().Where(kind => target.Capabilities.Find(kind) is null))
        {
            await Should.ThrowAsync<ArgumentException>(() =>
                target.SignalAsync([story.Signal(kind, "00Q5e0000000001AAA", "x")], Now)
            );
        }
    }
}
