using System.Collections.Immutable;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;
using ScoreGuard.FakePlatforms.Mautic;

namespace ScoreGuard.Targets.Tests.Mautic;

public sealed class MauticRecordsTests
{
    [Fact]
    public async Task A_record_is_created_found_observed_and_deleted()
    {
        await using var bench = await MauticBench.StartAsync();
        var made = await bench.CreateAsync(1, new TargetProperty("position", "VP"), new("employees", 12m));
        made.Refusal.ShouldBeNull();
        var contact = bench.Mautic.Records.ShouldHaveSingleItem();
        contact.Fields["position"].ShouldBe("VP");
        contact.Fields["employees"].ShouldBe("12");
        (await bench.ObserveAsync(made))["points"].ShouldBe("0");
        (await bench.Target.ListAsync(MauticBench.Run, default)).ShouldBe([new(made.Record!, MauticBench.Run)]);
        await bench.Target.DeleteAsync([made.Record!], default);
        bench.Mautic.Records.ShouldBeEmpty();
        (await bench.Target.ObserveAsync([made.Record!], default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_record_that_exists_is_found_not_doubled()
    {
        await using var bench = await MauticBench.StartAsync();
        var first = await bench.CreateAsync(1);
        bench.Restart();
        (await bench.CreateAsync(1)).ShouldBe(first);
        bench.Mautic.Records.Count.ShouldBe(1);
        bench.Mautic.Calls.Count(call => call.Path.Contains("batch/new", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_creation_whose_answer_was_lost_is_repeated_without_doubling()
    {
        await using var bench = await MauticBench.StartAsync();
        var lost = true;
        bench.Mautic.FaultAfter = call =>
        {
            if (!lost || !call.Path.Contains("batch/new", StringComparison.Ordinal))
            {
                return null;
            }

            lost = false;
            return FakeMauticErrors.Reset();
        };
        var results = await bench.Target.CreateAsync([MauticBench.Record(1), MauticBench.Record(2)], default);
        results.ShouldAllBe(result => result.Refusal == null);
        bench.Mautic.Records.Count.ShouldBe(2);
    }

    [Fact]
    public async Task More_addresses_than_one_look_up_takes_are_all_found()
    {
        await using var bench = await MauticBench.StartAsync();
        ImmutableArray<TargetRecord> records =
        [
            .. Enumerable.Range(1, 100).Select(number => MauticBench.Record(number)),
        ];
        var first = await bench.Target.CreateAsync(records, default);
        bench.Restart();
        (await bench.Target.CreateAsync(records, default)).ShouldBe(first);
        bench.Mautic.Records.Count.ShouldBe(100);
        bench.Mautic.Calls.ShouldAllBe(call => call.Path.Length < 4000);
    }

    [Fact]
    public async Task A_row_that_is_refused_says_why_and_its_neighbours_are_made()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Mautic.Store.RefuseRow = row =>
            row["email"]!.StartsWith("sg-2@", StringComparison.Ordinal)
                ? "email: sg-2@leads.invalid is not valid."
                : null;
        var results = await bench.Target.CreateAsync(
            [MauticBench.Record(1), MauticBench.Record(2), MauticBench.Record(3)],
            default
        );
        results[0].Refusal.ShouldBeNull();
        results[1].ShouldBe(RecordResult.Refused("email: … is not valid. (400 api)"));
        results[2].Refusal.ShouldBeNull();
        results[2].Record.ShouldNotBe(results[0].Record);
    }

    [Fact]
    public async Task Leads_that_Mautic_makes_one_are_refused()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Mautic.Store.UniqueFields.Add("firstname");
        var results = await bench.Target.CreateAsync(
            [
                MauticBench.Record(1, new TargetProperty("firstname", "A")),
                MauticBench.Record(2, new TargetProperty("firstname", "A")),
            ],
            default
        );
        results[0].Refusal.ShouldBeNull();
        results[1].Refusal!.ShouldStartWith("Mautic merged it with another lead");
    }

    [Fact]
    public async Task A_field_that_Mautic_lacks_stops_the_run_and_leaves_nothing()
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Mautic.Store.Fields.Remove("sg_run");
        var fault = await Should.ThrowAsync<TargetFault>(() => bench.CreateAsync(1));
        fault.Kind.ShouldBe(TargetFaultKind.Setup);
        fault.Message.ShouldStartWith("Mautic has no published contact field `sg_run`");
        bench.Mautic.Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_runs_records_are_not_listed_though_their_mark_begins_alike()
    {
        await using var bench = await MauticBench.StartAsync();
        var made = await bench.CreateAsync(1);
        var other = MauticBench.Record(2) with { Run = MauticBench.Run + "-2" };
        other = other with { Properties = [new("email", other.Address), new("sg_run", other.Run)] };
        var second = (await bench.Target.CreateAsync([other], default))[0];
        bench.Mautic.Store.Add();
        var shouted = bench.Mautic.Store.Add();
        shouted.Fields["sg_run"] = MauticBench.Run.ToUpperInvariant();
        (await bench.Target.ListAsync(MauticBench.Run, default)).ShouldBe([new(made.Record!, MauticBench.Run)]);
        (await bench.Target.ListAsync(null, default))
            .Select(left => left.Record)
            .ShouldBe([made.Record, second.Record, $"{shouted.Id}"]);
    }

    [Fact]
    public async Task Lists_are_read_to_their_end()
    {
        await using var bench = await MauticBench.StartAsync();
        foreach (var chunk in Enumerable.Range(1, 401).Chunk(100))
        {
            await bench.Target.CreateAsync([.. chunk.Select(number => MauticBench.Record(number))], default);
        }

        (await bench.Target.ListAsync(MauticBench.Run, default)).Length.ShouldBe(401);
    }

    [Fact]
    public async Task A_deleted_record_is_no_error_and_a_locked_one_stays_listed()
    {
        await using var bench = await MauticBench.StartAsync();
        var results = await bench.Target.CreateAsync([MauticBench.Record(1), MauticBench.Record(2)], default);
        bench.Mautic.Store.IsLocked = contact => contact.Email == "sg-2@leads.invalid";
        await bench.Target.DeleteAsync([results[0].Record!, results[1].Record!], default);
        await bench.Target.DeleteAsync([results[0].Record!], default);
        (await bench.Target.ListAsync(MauticBench.Run, default)).Single().Record.ShouldBe(results[1].Record);
        var fault = await Should.ThrowAsync<TargetFault>(() => bench.Target.DeleteAsync([results[1].Record!], default));
        fault.Kind.ShouldBe(TargetFaultKind.Refused);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_record_whose_zero_is_dropped_is_refused_and_taken_out(bool isDropped)
    {
        await using var bench = await MauticBench.StartAsync();
        bench.Mautic.Store.DropsZeros = isDropped;
        var results = await bench.Target.CreateAsync(
            [MauticBench.Record(1, new TargetProperty("employees", 0m)), MauticBench.Record(2)],
            default
        );
        (results[0].Refusal == "this version of Mautic drops 0 and no, so employees cannot be set to it").ShouldBe(
            isDropped
        );
        results[1].Refusal.ShouldBeNull();
        bench.Mautic.Records.Count.ShouldBe(isDropped ? 1 : 2);
    }

    [Fact]
    public async Task An_owner_and_a_sent_mail_are_breaches()
    {
        await using var bench = await MauticBench.StartAsync();
        var quiet = await bench.CreateAsync(1);
        (await bench.Target.FindBreachesAsync(quiet.Record!, default)).ShouldBeEmpty();
        bench.Mautic.Store.OwnerOfNew = "17";
        bench.Mautic.Store.SendsMailToNew = true;
        var loud = await bench.CreateAsync(2);
        (await bench.Target.FindBreachesAsync(loud.Record!, default)).ShouldBe([
            "it was given the owner 17",
            "it was sent a mail",
        ]);
        (await bench.ObserveAsync(loud))["owner"].ShouldBe("17");
    }

    [Fact]
    public async Task A_mail_behind_a_long_timeline_is_found()
    {
        await using var bench = await MauticBench.StartAsync();
        var made = await bench.CreateAsync(1);
        bench.Mautic.Records[0].Timeline.AddRange(Enumerable.Repeat("page.hit", 250));
        bench.Mautic.Records[0].Timeline.Add("email.sent");
        (await bench.Target.FindBreachesAsync(made.Record!, default)).ShouldBe(["it was sent a mail"]);
    }
}
