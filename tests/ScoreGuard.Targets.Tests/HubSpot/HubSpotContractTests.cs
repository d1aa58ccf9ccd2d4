using System.Collections.Immutable;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.FakePlatforms;
using ScoreGuard.FakePlatforms.HubSpot;

namespace ScoreGuard.Targets.Tests.HubSpot;

/// <summary>Our requests, and the fake's answers, are as HubSpot's published descriptions say.</summary>
/// <remarks>What breaks a description is answered with 422 or 500, which no adapter takes for done.</remarks>
public sealed class HubSpotContractTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Contacts_are_written_read_found_and_removed_as_described()
    {
        await using var bench = await HubSpotBench.OpenAsync(new() { AnswersNulls = false });
        await using var judge = await JudgeAsync("contacts.json", bench);
        var target = bench.Behind(judge.Url);
        var created = await target.CreateAsync(HubSpotBench.Records(3), Token);
        ImmutableArray<string> ids = [.. created.Select(record => record.Record!)];
        var update = bench.Signal(SignalKind.Update, created[0], new TargetProperty("jobtitle", null));
        (await target.SignalAsync([update], Token))[0].Refusal.ShouldBeNull();
        foreach (var stage in (string[])["customer", "lead"])
        {
            var signal = bench.Signal(SignalKind.Stage, created[0], new TargetProperty("lifecyclestage", stage));
            (await target.SignalAsync([signal], Token))[0].Refusal.ShouldBeNull();
        }

        bench.Fake.Records[0].Properties["lifecyclestage"].ShouldBe("lead");
        (await target.ObserveAsync(ids, Token)).Length.ShouldBe(3);
        (await target.FindBreachesAsync(ids[0], Token)).ShouldBeEmpty();
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        (await target.ListAsync(HubSpotBench.Run, Token)).Length.ShouldBe(3);
        (await target.ListAsync(null, Token)).Length.ShouldBe(3);
        await target.DeleteAsync(ids[..2], Token);
        (await target.ObserveAsync(ids, Token)).ShouldHaveSingleItem().Record.ShouldBe(ids[2]);
        var eraser = bench.Behind(
            judge.Url,
            HubSpotBench.Definition with
            {
                Discipline = ReplayDiscipline.Default with { CleanUp = CleanUp.Erase },
            }
        );
        await eraser.DeleteAsync([ids[2]], Token);
        bench.Fake.Records.ShouldAllBe(contact => !contact.IsThere);
    }

    [Fact]
    public async Task Partial_refusals_of_contacts_are_as_described()
    {
        await using var bench = await HubSpotBench.OpenAsync(new() { AnswersNulls = false });
        await using var judge = await JudgeAsync("contacts.json", bench);
        var target = bench.Behind(judge.Url);
        ImmutableArray<TargetRecord> records = [HubSpotBench.Record(1), HubSpotBench.Record(2, "no-address")];
        var created = await target.CreateAsync(records, Token);
        created[0].Refusal.ShouldBeNull();
        created[1].Refusal.ShouldNotBeNull().ShouldStartWith("VALIDATION_ERROR: INVALID_EMAIL");
        var gone = bench.Signal(SignalKind.Update, RecordResult.Of("404"), new TargetProperty("jobtitle", "CTO"));
        (await target.SignalAsync([gone], Token))[0].Refusal.ShouldBe("OBJECT_NOT_FOUND");
    }

    [Fact]
    public async Task Whole_refusals_of_contacts_are_as_described()
    {
        await using var bench = await HubSpotBench.OpenAsync(
            new() { AnswersNulls = false, RefusesWholeBatches = true }
        );
        await using var judge = await JudgeAsync("contacts.json", bench);
        bench.Fake.Add(new("upsert", HubSpotFaultKind.TooManyCalls) { RetryAfter = TimeSpan.FromSeconds(5) });
        ImmutableArray<TargetRecord> records = [HubSpotBench.Record(1), HubSpotBench.Record(2, "no-address")];
        var created = await bench.Behind(judge.Url).CreateAsync(records, Token);
        created.Select(result => result.Refusal is null).ShouldBe([true, false]);
        // Both halves of the batch, and the attempt that was too early.
        bench.Fake.Calls.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Events_are_sent_as_described()
    {
        await using var bench = await HubSpotBench.OpenAsync();
        var created = await bench.CreatedAsync(3);
        await using var judge = await JudgeAsync("sendEventCompletions.json", bench);
        var target = bench.Behind(judge.Url);
        var signals = created
            .Select(record => bench.Signal(SignalKind.Event, record, new TargetProperty("minutes", 12m)))
            .ToImmutableArray();
        (await target.SignalAsync(signals[..2], Token)).ShouldBe(created[..2]);
        (await target.SignalAsync(signals, Token)).ShouldBe(created);
        bench.Fake.Records.ShouldAllBe(contact => contact.Signals.Count == 1);
    }

    private static async Task<PublishedDescription> JudgeAsync(string file, HubSpotBench bench)
    {
        var description = PublishedDescription.Find($"hubspot/{file}");
        Assert.SkipWhen(description is null, "The published descriptions are not beside this checkout.");
        return await PublishedDescription.StandBeforeAsync(description, bench.Fake.Url);
    }
}
