using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Tests.Salesforce;

public sealed class SalesforceBreachTests
{
    private const string Rep = "0055e000001RepAAAA";
    private const string Queue = "00G5e000001QueuAAA";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Assignment_rules_are_told_not_to_run_and_suppression_holds()
    {
        await using var story = await SalesforceStory.StartAsync();
        story.Fake.Org.AssignmentRules = Rep;
        var target = story.Target();
        var ids = await SalesforceStory.CreateAsync(target, SalesforceStory.Record("a"));
        await target.SignalAsync([story.Signal(SignalKind.Task, ids[0], "Call")], Now);
        (await target.FindBreachesAsync(ids[0], Now)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_owner_that_something_else_gave_is_a_breach()
    {
        await using var story = await SalesforceStory.StartAsync();
        story.Fake.Org.FlowOwner = Rep;
        var target = story.Target();
        var ids = await SalesforceStory.CreateAsync(target, SalesforceStory.Record("a"));
        (await target.FindBreachesAsync(ids[0], Now)).ShouldBe([$"it was given the owner {Rep}"]);
    }

    [Fact]
    public async Task Where_routing_is_under_test_rules_run_and_an_owner_is_no_breach()
    {
        await using var story = await SalesforceStory.StartAsync();
        story.Definition = story.Definition with { Options = Some.Options(("routing", "test")) };
        story.Fake.Org.AssignmentRules = Rep;
        var target = story.Target();
        var ids = await SalesforceStory.CreateAsync(target, SalesforceStory.Record("a"));
        story.Fake.Org.Of("Lead")[0].Fields["OwnerId"].ShouldBe(Rep);
        (await target.FindBreachesAsync(ids[0], Now)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_owner_that_the_workspace_names_gets_the_leads_and_is_no_breach()
    {
        await using var story = await SalesforceStory.StartAsync();
        story.Definition = story.Definition with { Options = Some.Options(("owner", Queue[..15])) };
        var target = story.Target();
        var ids = await SalesforceStory.CreateAsync(target, SalesforceStory.Record("a"));
        story.Fake.Org.Of("Lead")[0].Fields["OwnerId"].ShouldBe(Queue[..15]);
        (await target.FindBreachesAsync(ids[0], Now)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whatever_else_reached_people_is_told_at_once()
    {
        await using var story = await SalesforceStory.StartAsync();
        var target = story.Target();
        var ids = await SalesforceStory.CreateAsync(target, SalesforceStory.Record("a"));
        story.Fake.Org.Add("Task", ("WhoId", ids[0]), ("Subject", "Call this lead"));
        story.Fake.Org.Add("EmailMessageRelation", ("RelationId", ids[0]));
        story.Fake.Org.Of("Lead")[0].Fields["IsConverted"] = "true";
        (await target.FindBreachesAsync(ids[0], Now)).ShouldBe([
            "it was converted",
            "a task was made about it",
            "a mail was sent to it",
        ]);
    }

    [Fact]
    public async Task A_lead_that_is_gone_is_a_breach()
    {
        await using var story = await SalesforceStory.StartAsync();
        var target = story.Target();
        var ids = await SalesforceStory.CreateAsync(target, SalesforceStory.Record("a"));
        await target.DeleteAsync(ids, Now);
        (await target.FindBreachesAsync(ids[0], Now)).ShouldBe([
            "it is gone: somebody or something deleted it, or merged it into another lead",
        ]);
    }

    [Fact]
    public async Task An_org_without_mails_on_record_has_sent_none()
    {
        await using var story = await SalesforceStory.StartAsync();
        story.Fake.Org.Missing.Add("EmailMessageRelation");
        var target = story.Target();
        var ids = await SalesforceStory.CreateAsync(target, SalesforceStory.Record("a"));
        (await target.FindBreachesAsync(ids[0], Now)).ShouldBeEmpty();
    }
}
