using System.Collections.Immutable;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.Tests.HubSpot;

/// <summary>Synthetic contacts reach nobody, are found again, and go.</summary>
public sealed class HubSpotCleanUpTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_are_listed_by_their_run_once_the_index_has_them()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        var created = await bench.CreatedAsync(2);
        (await bench.Target.ListAsync(HubSpotBench.Run, Token)).ShouldBeEmpty();
        bench.Time.Advance(TimeSpan.FromSeconds(10));
        var left = await bench.Target.ListAsync(HubSpotBench.Run, Token);
        left.ShouldBe(created.Select(record => new LeftRecord(record.Record!, HubSpotBench.Run)));
        (await bench.Target.ListAsync("another-run", Token)).ShouldBeEmpty();
        (await bench.Target.ListAsync(null, Token)).Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_run_that_differs_in_case_only_is_another_run()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        await bench.CreatedAsync(1);
        bench.Time.Advance(TimeSpan.FromSeconds(10));
        (await bench.Target.ListAsync(HubSpotBench.Run.ToUpperInvariant(), Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task All_pages_of_a_search_are_read()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        for (var batch = 0; batch < 5; batch++)
        {
            var records = Enumerable.Range(batch * 100, 100).Select(place => HubSpotBench.Record(place));
            await bench.Target.CreateAsync([.. records], Token);
        }

        bench.Time.Advance(TimeSpan.FromSeconds(10));
        (await bench.Target.ListAsync(HubSpotBench.Run, Token)).Length.ShouldBe(500);
    }

    [Fact]
    public async Task Archived_contacts_are_gone_and_may_be_archived_again()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        var created = await bench.CreatedAsync(3);
        ImmutableArray<string> ids = [.. created.Select(record => record.Record!)];
        await bench.Target.DeleteAsync(ids, Token);
        await bench.Target.DeleteAsync(ids, Token);
        bench.Fake.Records.ShouldAllBe(contact => contact.ArchivedAt != null && !contact.IsErased);
        bench.Time.Advance(TimeSpan.FromSeconds(10));
        (await bench.Target.ListAsync(HubSpotBench.Run, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Erasing_takes_each_contact_by_itself_and_for_ever()
    {
        var definition = HubSpotBench.Definition with
        {
            Discipline = ReplayDiscipline.Default with { CleanUp = CleanUp.Erase },
        };
        await using var bench = await HubSpotBench.OpenAsync(definition: definition);
        var created = await bench.CreatedAsync(3);
        ImmutableArray<string> ids = [.. created.Select(record => record.Record!)];
        await bench.Target.DeleteAsync(ids, Token);
        await bench.Target.DeleteAsync(ids, Token);
        bench.Fake.Records.ShouldAllBe(contact => contact.IsErased);
        bench.Fake.Calls.Count(call => call.Path.EndsWith("gdpr-delete", StringComparison.Ordinal)).ShouldBe(6);
        (await bench.Target.CreateAsync(HubSpotBench.Records(1), Token))[0]
            .Refusal.ShouldNotBeNull()
            .ShouldContain("INVALID_EMAIL");
    }

    [Fact]
    public async Task What_HubSpot_keeps_does_not_keep_the_others()
    {
        var kept = HubSpotBench.Record(2).Address;
        await using var bench = await HubSpotBench.OpenAsync(new() { Kept = [kept] });
        var created = await bench.CreatedAsync(3);
        await bench.Target.DeleteAsync([.. created.Select(record => record.Record!)], Token);
        bench.Time.Advance(TimeSpan.FromSeconds(10));
        var left = await bench.Target.ListAsync(HubSpotBench.Run, Token);
        left.ShouldHaveSingleItem().Record.ShouldBe(created[1].Record);
    }

    [Fact]
    public async Task A_contact_that_reached_nobody_has_no_breach()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        var created = await bench.CreatedAsync(1);
        (await bench.Target.FindBreachesAsync(created[0].Record!, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Owner_marketing_status_and_filled_properties_are_breaches()
    {
        await using var bench = await HubSpotBench.OpenAsync(
            new() { Owner = "17", IsMarketing = true },
            HubSpotBench.Definition with
            {
                Options = [new("mustBeEmpty", "jobtitle, hs_lead_status")],
            }
        );
        var created = await bench.CreatedAsync(1);
        (await bench.Target.FindBreachesAsync(created[0].Record!, Token)).ShouldBe([
            "it was given the owner 17",
            "it is a marketing contact, so that marketing e-mails may be sent to it",
            "its property jobtitle has a value",
        ]);
    }

    [Fact]
    public async Task What_the_workspace_allows_is_no_breach()
    {
        await using var bench = await HubSpotBench.OpenAsync(
            new() { Owner = "17", IsMarketing = true },
            HubSpotBench.Definition with
            {
                Options = [new("allow", "owner, marketing")],
            }
        );
        var created = await bench.CreatedAsync(1);
        (await bench.Target.FindBreachesAsync(created[0].Record!, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_contact_that_vanished_is_a_breach()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        (await bench.Target.FindBreachesAsync("404", Token)).ShouldHaveSingleItem().ShouldStartWith("it is gone");
    }
}
