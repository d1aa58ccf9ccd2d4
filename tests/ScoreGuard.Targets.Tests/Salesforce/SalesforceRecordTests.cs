using Microsoft.AspNetCore.Http;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Tests.Salesforce;

public sealed class SalesforceRecordTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lead_is_created_observed_listed_and_deleted()
    {
        await using var story = await SalesforceStory.StartAsync();
        var target = story.Target();
        var ids = await SalesforceStory.CreateAsync(
            target,
            SalesforceStory.Record("vp", new TargetProperty("Title", "VP"), new("NumberOfEmployees", 50m)),
            SalesforceStory.Record("clerk", new TargetProperty("HasOptedOutOfEmail", true), new("Phone", null))
        );
        var seen = await target.ObserveAsync(ids, Now);
        seen.ToDictionary(lead => lead.Record, lead => lead.Values["score__c"])
            .ShouldBe(new Dictionary<string, string?> { [ids[0]] = "10", [ids[1]] = "0" }, ignoreOrder: true);
        seen[0].Values["Status"].ShouldBe("Open - Not Contacted");
        seen[0].Values["Owner.Name"].ShouldBe("Integration");
        story.Fake.Org.Of("Lead")[0].Fields["NumberOfEmployees"].ShouldBe("50");
        (await target.ListAsync(SalesforceStory.Run, Now)).Select(left => left.Record).ShouldBe(ids, ignoreOrder: true);
        await target.DeleteAsync(ids, Now);
        (await target.ListAsync(null, Now)).ShouldBeEmpty();
        (await target.ObserveAsync(ids, Now)).ShouldBeEmpty();
        story
            .Fake.Calls.Where(call => !call.StartsWith("GET", StringComparison.Ordinal))
            .ShouldBe([
                "PATCH /services/data/v60.0/composite/sobjects/Lead/ScoreGuardKey__c FALSE",
                "DELETE /services/data/v60.0/composite/sobjects FALSE",
            ]);
    }

    [Fact]
    public async Task A_lead_that_is_created_again_is_found_not_doubled()
    {
        await using var story = await SalesforceStory.StartAsync();
        var target = story.Target();
        var first = await SalesforceStory.CreateAsync(target, SalesforceStory.Record("a"));
        var second = await SalesforceStory.CreateAsync(target, SalesforceStory.Record("a"));
        second.ShouldBe(first);
        story.Fake.Org.Of("Lead").Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_got_lost_doubles_nobody()
    {
        await using var story = await SalesforceStory.StartAsync();
        story.Fake.LostAnswers = 1;
        await SalesforceStory.CreateAsync(story.Target(), [.. SalesforceStory.Records(3)]);
        story.Fake.Org.Of("Lead").Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("a", "A")]
    [InlineData("ü", "u")]
    [InlineData("x y", "x-y")]
    public async Task Cases_that_differ_are_two_leads_however_alike_they_look(string one, string other)
    {
        await using var story = await SalesforceStory.StartAsync();
        var ids = await SalesforceStory.CreateAsync(
            story.Target(),
            SalesforceStory.Record(one),
            SalesforceStory.Record(other)
        );
        ids.Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task What_the_org_refuses_is_told_lead_by_lead_without_its_data()
    {
        await using var story = await SalesforceStory.StartAsync();
        story.Fake.Org.RowFault = (_, fields) =>
            fields.GetValueOrDefault("LastName") switch
            {
                "dup" => ("DUPLICATES_DETECTED", "You're creating a duplicate of Ada Lovelace"),
                "rule" => ("FIELD_CUSTOM_VALIDATION_EXCEPTION", "Country is needed.\nAsk Sales Ops."),
                _ => null,
            };
        var bad = SalesforceStory.Record("mail") with
        {
            Properties = [new("LastName", "m"), new("Company", "c"), new("Email", "ada")],
        };
        var results = await story
            .Target()
            .CreateAsync(
                [
                    SalesforceStory.Record("good"),
                    SalesforceStory.Record("dup"),
                    SalesforceStory.Record("rule"),
                    SalesforceStory.Record("nameless", new TargetProperty("LastName", null)),
                    bad,
                    SalesforceStory.Record("field", new TargetProperty("Nope__c", "x")),
                ],
                Now
            );
        results
            .Select(result => result.Refusal ?? "created")
            .ShouldBe([
                "created",
                "DUPLICATES_DETECTED",
                "FIELD_CUSTOM_VALIDATION_EXCEPTION: Country is needed. Ask Sales Ops",
                "REQUIRED_FIELD_MISSING (LastName): Required fields are missing: [LastName]",
                "INVALID_EMAIL_ADDRESS (Email)",
                "INVALID_FIELD: No such column 'Nope__c' on sobject of type Lead",
            ]);
    }

    [Fact]
    public async Task A_row_that_somebody_holds_is_tried_again_alone()
    {
        await using var story = await SalesforceStory.StartAsync();
        var times = 0;
        story.Fake.Org.RowFault = (_, fields) =>
            fields.GetValueOrDefault("LastName") == "c1" && times++ < 2
                ? ("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record")
                : null;
        var ids = await SalesforceStory.CreateAsync(story.Target(), [.. SalesforceStory.Records(3)]);
        ids.Length.ShouldBe(3);
        times.ShouldBe(3);
        story.Fake.Calls.Count.ShouldBe(3);
        story.Fake.Org.Of("Lead").Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_row_that_is_held_for_ever_is_refused()
    {
        await using var story = await SalesforceStory.StartAsync();
        story.Fake.Org.RowFault = (_, _) => ("UNABLE_TO_LOCK_ROW", "held");
        var results = await story.Target().CreateAsync(SalesforceStory.Records(1), Now);
        results[0].Refusal.ShouldBe("UNABLE_TO_LOCK_ROW");
        story.Fake.Calls.Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_list_goes_over_all_pages()
    {
        await using var story = await SalesforceStory.StartAsync();
        story.Fake.PageSize = 40;
        var target = story.Target();
        await target.CreateAsync(SalesforceStory.Records(100), Now);
        (await target.ListAsync(SalesforceStory.Run, Now)).Length.ShouldBe(100);
    }

    [Theory]
    [InlineData("https://elsewhere.invalid/services/data/v60.0/query/x")]
    [InlineData("//elsewhere.invalid/x")]
    [InlineData("/services/oauth2/revoke")]
    [InlineData("/services/data/v60.0/query/../sobjects/Lead")]
    [InlineData("")]
    public async Task A_next_page_that_is_none_is_not_asked(string next)
    {
        await using var story = await SalesforceStory.StartAsync();
        story.Fake.PageSize = 1;
        story.Fake.NextPage = next;
        var target = story.Target();
        await target.CreateAsync(SalesforceStory.Records(2), Now);
        var calls = story.Fake.Calls.Count;
        var fault = await Should.ThrowAsync<TargetFault>(() => target.ListAsync(null, Now));
        fault.Kind.ShouldBe(TargetFaultKind.Unintelligible);
        story.Fake.Calls.Count.ShouldBe(calls + 1);
    }

    [Fact]
    public async Task A_real_lead_is_never_listed_even_if_its_field_holds_a_mark()
    {
        await using var story = await SalesforceStory.StartAsync();
        story.Fake.Org.Add("Lead", ("ScoreGuardRun__c", SalesforceStory.Run), ("LastName", "Real"));
        story.Fake.Org.Add("Lead", ("ScoreGuardRun__c", "Web"), ("ScoreGuardKey__c", "Web-1"));
        story.Fake.Org.Add(
            "Lead",
            ("ScoreGuardRun__c", SalesforceStory.Run.ToUpperInvariant()),
            ("ScoreGuardKey__c", SalesforceStory.Run + "-x")
        );
        var target = story.Target();
        var ids = await SalesforceStory.CreateAsync(target, SalesforceStory.Record("a"));
        (await target.ListAsync(SalesforceStory.Run, Now)).ShouldBe([new(ids[0], SalesforceStory.Run)]);
        (await target.ListAsync(null, Now)).ShouldBe([new(ids[0], SalesforceStory.Run)]);
    }

    [Fact]
    public async Task What_is_gone_already_is_no_error_and_what_stays_is_listed()
    {
        await using var story = await SalesforceStory.StartAsync();
        var target = story.Target();
        var ids = await SalesforceStory.CreateAsync(target, [.. SalesforceStory.Records(3)]);
        await target.DeleteAsync([ids[0]], Now);
        story.Fake.Org.RowFault = (operation, fields) =>
            operation == "delete" && fields["LastName"] == "c1" ? ("DELETE_FAILED", "related") : null;
        await target.DeleteAsync(ids, Now);
        (await target.ListAsync(null, Now)).Select(left => left.Record).ShouldBe([ids[1]]);
        var fault = await Should.ThrowAsync<TargetFault>(() => target.DeleteAsync([ids[1]], Now));
        fault.Message.ShouldBe("Salesforce refused to delete leads: DELETE_FAILED.");
    }

    [Theory]
    [InlineData("0065e000000opptAAA")]
    [InlineData("00Q5e00000 or 1=1'")]
    [InlineData("")]
    public async Task Nothing_but_a_lead_is_ever_asked_about_or_deleted(string id)
    {
        await using var story = await SalesforceStory.StartAsync();
        var target = story.Target();
        await Should.ThrowAsync<ArgumentException>(() => target.DeleteAsync([id], Now));
        await Should.ThrowAsync<ArgumentException>(() => target.ObserveAsync([id], Now));
        await Should.ThrowAsync<ArgumentException>(() => target.FindBreachesAsync(id, Now));
        await Should.ThrowAsync<ArgumentException>(() => target.ListAsync("x' OR Name != '", Now));
        story.Fake.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Scores_that_come_late_are_seen_late()
    {
        await using var story = await SalesforceStory.StartAsync();
        story.Fake.Org.ScoringDelay = TimeSpan.FromMinutes(5);
        var target = story.Target();
        var ids = await SalesforceStory.CreateAsync(target, SalesforceStory.Record("a"));
        (await target.ObserveAsync(ids, Now))[0].Values["score__c"].ShouldBeNull();
        story.Time.Advance(TimeSpan.FromMinutes(5));
        (await target.ObserveAsync(ids, Now))[0].Values["score__c"].ShouldBe("0");
    }

    [Fact]
    public async Task A_field_that_the_org_does_not_have_is_named()
    {
        await using var story = await SalesforceStory.StartAsync();
        story.Fake.Org.CustomFields.Remove("Score__c");
        var target = story.Target();
        var ids = await SalesforceStory.CreateAsync(target, SalesforceStory.Record("a"));
        var fault = await Should.ThrowAsync<TargetFault>(() => target.ObserveAsync(ids, Now));
        fault.Kind.ShouldBe(TargetFaultKind.Setup);
        fault.Message.ShouldStartWith("Salesforce refused to observe leads: INVALID_FIELD: SELECT score__c FROM");
        fault.Message.ShouldContain("No such column 'score__c' on entity 'Lead'");
    }

    [Fact]
    public async Task A_key_field_that_the_org_does_not_have_is_named()
    {
        await using var story = await SalesforceStory.StartAsync();
        story.Fake.Org.ExternalIds.Clear();
        var fault = await Should.ThrowAsync<TargetFault>(() =>
            story.Target().CreateAsync(SalesforceStory.Records(1), Now)
        );
        fault.Message.ShouldBe(
            "Salesforce refused to create leads: NOT_FOUND: Provided external ID field does not exist or is not accessible: ScoreGuardKey__c."
        );
    }

    [Theory]
    [InlineData(200, "[]", TargetFaultKind.Unintelligible)]
    [InlineData(200, "{}", TargetFaultKind.Unintelligible)]
    [InlineData(200, "no json", TargetFaultKind.Unintelligible)]
    [InlineData(400, "[{\"errorCode\":\"INVALID_TYPE\",\"message\":\"no leads here\"}]", TargetFaultKind.Setup)]
    [InlineData(400, "[{\"errorCode\":\"JSON_PARSER_ERROR\",\"message\":\"x\"}]", TargetFaultKind.Setup)]
    public async Task An_answer_that_is_not_about_each_lead_is_not_read_as_such(
        int status,
        string body,
        TargetFaultKind kind
    )
    {
        await using var story = await SalesforceStory.StartAsync();
        story.Fake.Faults.Enqueue(async context =>
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(body, Now);
            return true;
        });
        var fault = await Should.ThrowAsync<TargetFault>(() =>
            story.Target().CreateAsync(SalesforceStory.Records(1), Now)
        );
        fault.Kind.ShouldBe(kind);
    }

    [Fact]
    public async Task The_plan_counts_as_many_calls_as_are_made()
    {
        await using var story = await SalesforceStory.StartAsync();
        var target = story.Target();
        var ids = (await target.CreateAsync(SalesforceStory.Records(200), Now)).Select(row => row.Record!).ToList();
        await target.ObserveAsync([.. ids], Now);
        await target.ObserveAsync([.. ids], Now);
        await target.SignalAsync([story.Signal(SignalKind.Task, ids[0], "Call")], Now);
        await target.FindBreachesAsync(ids[0], Now);
        await target.DeleteAsync([.. ids], Now);
        await target.ListAsync(SalesforceStory.Run, Now);
        target
            .Plan(new(200, [new(SignalKind.Task, 1, 1)], 2))
            .Sum(planned => planned.Calls)
            .ShouldBe(story.Fake.Calls.Count);
    }
}
