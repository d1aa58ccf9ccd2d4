using System.Security.Cryptography;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.FakePlatforms.Salesforce;

namespace ScoreGuard.Targets.Tests.Salesforce;

public sealed class SalesforceAccessTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_key_opens_the_org_as_its_user(bool hasEscapedLines)
    {
        using var key = RSA.Create(2048);
        await using var story = await SalesforceStory.StartAsync();
        story.Fake.Login.Certificate = key;
        var pem = key.ExportPkcs8PrivateKeyPem();
        var target = Some.Opened(
            story.Open(
                ("CLIENT_ID", SalesforceLogin.ClientId),
                ("USERNAME", SalesforceLogin.UserName),
                ("PRIVATE_KEY", hasEscapedLines ? pem.Replace("\n", "\\n", StringComparison.Ordinal) : pem)
            )
        );
        (await target.ListAsync(null, Now)).ShouldBeEmpty();
        story.Fake.Login.Given.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_of_somebody_else_opens_nothing()
    {
        using var key = RSA.Create(2048);
        using var other = RSA.Create(2048);
        await using var story = await SalesforceStory.StartAsync();
        story.Fake.Login.Certificate = key;
        var target = Some.Opened(
            story.Open(
                ("CLIENT_ID", SalesforceLogin.ClientId),
                ("USERNAME", SalesforceLogin.UserName),
                ("PRIVATE_KEY", other.ExportRSAPrivateKeyPem())
            )
        );
        var fault = await Should.ThrowAsync<TargetFault>(() => target.ListAsync(null, Now));
        (fault.Kind, fault.Message).ShouldBe(
            (TargetFaultKind.Refused, "Salesforce refused the app's credentials: invalid_grant.")
        );
    }

    [Fact]
    public async Task A_wrong_secret_is_told_without_it()
    {
        await using var story = await SalesforceStory.StartAsync();
        var target = Some.Opened(story.Open(("CLIENT_ID", SalesforceLogin.ClientId), ("CLIENT_SECRET", "wr0ng")));
        var fault = await Should.ThrowAsync<TargetFault>(() => target.ListAsync(null, Now));
        fault.Message.ShouldBe("Salesforce refused the app's credentials: invalid_client.");
        fault.ToString().ShouldNotContain("wr0ng");
    }

    [Fact]
    public async Task A_token_that_ended_is_renewed_once()
    {
        await using var story = await SalesforceStory.StartAsync();
        var target = story.Target();
        await target.ListAsync(null, Now);
        story.Fake.Login.ExpireTokens();
        await SalesforceStory.CreateAsync(target, SalesforceStory.Record("a"));
        story.Fake.Login.Given.ShouldBe(2);
    }

    [Fact]
    public async Task A_token_that_is_refused_when_it_is_new_is_not_renewed_for_ever()
    {
        await using var story = await SalesforceStory.StartAsync();
        for (var time = 0; time < 5; time++)
        {
            story.Fake.Faults.Enqueue(FakeSalesforce.Error(401, "INVALID_SESSION_ID", "Session expired or invalid"));
        }

        var fault = await Should.ThrowAsync<TargetFault>(() => story.Target().ListAsync(null, Now));
        (fault.Kind, fault.Message).ShouldBe(
            (
                TargetFaultKind.Refused,
                "Salesforce refused to list synthetic leads: INVALID_SESSION_ID. See `SCOREGUARD_CONNECTION_SF_…` and what it may do there."
            )
        );
        story.Fake.Login.Given.ShouldBe(2);
    }

    [Fact]
    public async Task The_last_tenth_of_the_orgs_calls_is_left_to_others_but_cleaning_up_goes_on()
    {
        await using var story = await SalesforceStory.StartAsync();
        (story.Fake.MostCalls, story.Fake.UsedCalls) = (1_000, 899);
        var target = story.Target();
        var ids = await SalesforceStory.CreateAsync(target, SalesforceStory.Record("a"));
        await target.ObserveAsync(ids, Now);
        var fault = await Should.ThrowAsync<TargetFault>(() => target.ObserveAsync(ids, Now));
        (fault.Kind, fault.Message).ShouldBe(
            (
                TargetFaultKind.BudgetSpent,
                "The org has taken 901 of its 1000 calls of 24 hours; the last 10 % are left to others (option `reserve`)."
            )
        );
        await Should.ThrowAsync<TargetFault>(() => target.CreateAsync(SalesforceStory.Records(1), Now));
        await target.DeleteAsync(ids, Now);
        (await target.ListAsync(null, Now)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_spent_day_is_no_failure_to_be_repeated()
    {
        await using var story = await SalesforceStory.StartAsync();
        story.Fake.Faults.Enqueue(FakeSalesforce.Error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."));
        var fault = await Should.ThrowAsync<TargetFault>(() => story.Target().ListAsync(null, Now));
        fault.Kind.ShouldBe(TargetFaultKind.BudgetSpent);
        story.Fake.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Bad_moments_are_waited_out()
    {
        await using var story = await SalesforceStory.StartAsync();
        story.Fake.Faults.Enqueue(
            FakeSalesforce.Error(
                403,
                "REQUEST_LIMIT_EXCEEDED",
                "ConcurrentRequests (Concurrent API Requests) Limit exceeded."
            )
        );
        story.Fake.Faults.Enqueue(FakeSalesforce.Status(503, "30"));
        story.Fake.Faults.Enqueue(FakeSalesforce.Status(500));
        story.Fake.Faults.Enqueue(FakeSalesforce.Reset);
        await SalesforceStory.CreateAsync(story.Target(), SalesforceStory.Record("a"));
        story.Fake.Calls.Count.ShouldBe(5);
        story.Time.Waited.ShouldBeGreaterThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task What_the_user_may_not_do_is_told()
    {
        await using var story = await SalesforceStory.StartAsync();
        story.Fake.Faults.Enqueue(
            FakeSalesforce.Error(403, "INSUFFICIENT_ACCESS", "insufficient access for Ada Lovelace")
        );
        var fault = await Should.ThrowAsync<TargetFault>(() => story.Target().ListAsync(null, Now));
        (fault.Kind, fault.Message).ShouldBe(
            (
                TargetFaultKind.Refused,
                "Salesforce refused to list synthetic leads: INSUFFICIENT_ACCESS. See `SCOREGUARD_CONNECTION_SF_…` and what it may do there."
            )
        );
    }

    [Fact]
    public async Task The_budget_of_the_run_is_kept()
    {
        await using var story = await SalesforceStory.StartAsync();
        story.Definition = story.Definition with { Discipline = ReplayDiscipline.Default with { CallsPerRun = 2 } };
        var target = story.Target();
        await target.ListAsync(null, Now);
        await target.ListAsync(null, Now);
        var fault = await Should.ThrowAsync<TargetFault>(() => target.ListAsync(null, Now));
        fault.Kind.ShouldBe(TargetFaultKind.BudgetSpent);
        story.Fake.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        await using var story = await SalesforceStory.StartAsync();
        story.Definition = story.Definition with
        {
            Connection = "other",
            Leads = story.Definition.Leads with { RunField = "Run Field" },
            Outcome = OutcomeMapping.None with { Scores = [new("total", "Score__c FROM User")] },
            Signals =
            [
                new("webinar", SignalKind.Member, "Webinar", [], [], []),
                new("call", SignalKind.Task, "", [], [], [new("Sub ject", "x")]),
            ],
            Discipline = ReplayDiscipline.Default with { CleanUp = CleanUp.Erase },
            Options = Some.Options(
                ("version", "sixty"),
                ("ownr", "x"),
                ("owner", "me"),
                ("routing", "on"),
                ("reserve", "95"),
                ("key", "a b")
            ),
        };
        Some.Refusals(story.Open())
            .ShouldBe([
                "SG5507 `a b` is no API name of a field.",
                "SG5507 `95` is no whole number from 0 to 90.",
                "SG5507 `sixty` is no version of the API; write it as `60.0`.",
                "SG5507 `me` is no id of a user (005…) or queue (00G…).",
                "SG5507 Expected `off` or `test`.",
                "SG5507 There is no option `ownr`; did you mean `owner`?",
                "SG5507 `Run Field` is no API name of a field of Salesforce.",
                "SG5507 `Sub ject` is no API name of a field of Salesforce.",
                "SG5507 `Score__c FROM User` is no API name of a field of Salesforce.",
                "SG5507 The signal of `webinar` needs `name`: the id of a campaign (701…).",
                "SG5507 The signal of `call` needs `name`: the task's subject.",
                "SG5507 Salesforce deletes for ever only by its Bulk API, which is not used here; say `archive`: records go to the recycle bin.",
                "SG5506 Set `SCOREGUARD_CONNECTION_OTHER_URL` to the address of the platform.",
                "SG5506 Set `SCOREGUARD_CONNECTION_OTHER_CLIENT_ID`; the connection `other` needs it.",
                "SG5506 Set `SCOREGUARD_CONNECTION_OTHER_CLIENT_SECRET` (client credentials flow), or `SCOREGUARD_CONNECTION_OTHER_USERNAME` and `SCOREGUARD_CONNECTION_OTHER_PRIVATE_KEY` (JWT bearer flow); the connection `other` needs one of the two.",
            ]);
    }

    [Fact]
    public async Task A_key_that_is_none_is_told_without_it()
    {
        await using var story = await SalesforceStory.StartAsync();
        Some.Refusals(story.Open(("CLIENT_ID", "x"), ("USERNAME", "y"), ("PRIVATE_KEY", "hush")))
            .ShouldBe([
                "SG5506 `SCOREGUARD_CONNECTION_SF_PRIVATE_KEY` is no RSA private key as PEM without a password.",
            ]);
    }

    [Fact]
    public async Task The_configuration_cannot_be_read_and_that_takes_no_call()
    {
        await using var story = await SalesforceStory.StartAsync();
        (await story.Target().FindConfigurationAsync(Now)).ShouldBeNull();
        story.Fake.Calls.ShouldBeEmpty();
    }
}
