using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Storage.Tests.Contracts;

/// <summary>What every history does: it grows, and nothing in it changes.</summary>
public abstract class RunStoreContract
{
    protected abstract IRunStore Store { get; }

    [Fact]
    public async Task Runs_are_listed_newest_first()
    {
        foreach (
            var id in (string[])
                ["20260310T090000000Z-00000001", "20260312T090000000Z-00000001", "20260311T090000000Z-00000001"]
        )
        {
            await Store.AppendAsync(Some.Run(id), default);
        }

        (await Store.ListAsync(2, default))
            .Select(run => run.Id)
            .ShouldBe(["20260312T090000000Z-00000001", "20260311T090000000Z-00000001"]);
    }

    [Fact]
    public async Task A_run_is_recorded_once_and_read_back_as_it_was()
    {
        var run = Some.Run("20260310T090000000Z-00000001");
        await Store.AppendAsync(run, default);
        await Should.ThrowAsync<StorageFault>(() => Store.AppendAsync(run with { Headline = "another" }, default));
        var read = await Store.FindAsync(run.Id, default);
        read!.Headline.ShouldBe(run.Headline);
        read.Figures.ShouldBe(run.Figures);
        read.Policy.Tolerance["total"].ShouldBe(0.5m);
    }

    [Fact]
    public async Task The_very_same_record_once_more_changes_nothing()
    {
        var run = Some.Run("20260310T090000000Z-00000001");
        await Store.AppendAsync(run, default);
        await Store.AppendAsync(run, default);
        (await Store.ListAsync(10, default)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Runs_of_one_millisecond_are_listed_in_one_order()
    {
        foreach (var mark in (string[])["0000000a", "ffffffff", "00000009", "a0000000"])
        {
            await Store.AppendAsync(Some.Run($"20260310T090000000Z-{mark}"), default);
        }

        (await Store.ListAsync(10, default))
            .Select(run => run.Id[^8..])
            .ShouldBe(["ffffffff", "a0000000", "0000000a", "00000009"]);
    }

    [Fact]
    public async Task The_last_judged_run_is_the_newest_that_is_neither_broken_nor_a_preview()
    {
        (await Store.FindLastJudgedAsync(default)).ShouldBeNull();
        await Store.AppendAsync(Some.Run("20260310T090000000Z-00000001") with { Verdict = Verdict.Broken }, default);
        (await Store.FindLastJudgedAsync(default)).ShouldBeNull();
        await Store.AppendAsync(Some.Run("20260311T090000000Z-00000001") with { Verdict = Verdict.Drift }, default);
        await Store.AppendAsync(Some.Run("20260312T090000000Z-00000001") with { Verdict = Verdict.Passed }, default);
        await Store.AppendAsync(Some.Run("20260313T090000000Z-00000001") with { Kind = RunKind.Preview }, default);
        await Store.AppendAsync(Some.Run("20260314T090000000Z-00000001") with { Verdict = Verdict.Broken }, default);
        (await Store.FindLastJudgedAsync(default))!.Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public async Task A_long_record_is_read_back_whole()
    {
        var run = Some.Run("20260310T090000000Z-00000001") with
        {
            Reason = string.Concat(Enumerable.Range(0, 60_000).Select(number => $"because {number} \"ü\"; ")),
        };
        await Store.AppendAsync(run, default);
        (await Store.FindAsync(run.Id, default))!.Reason.ShouldBe(run.Reason);
        (await Store.ListAsync(10, default)).Single().Reason.Length.ShouldBe(run.Reason.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../../etc/passwd")]
    [InlineData("20260310T090000000Z-0000000G")]
    [InlineData("20260310T090000000Z-00000001")]
    public async Task A_name_that_no_run_has_finds_nothing(string id) =>
        (await Store.FindAsync(id, default)).ShouldBeNull();

    [Fact]
    public async Task Decisions_are_listed_oldest_first()
    {
        await Store.AppendAsync(Some.Decision(number: 2) with { At = new(Some.At.UnixMilliseconds + 1) }, default);
        await Store.AppendAsync(Some.Decision(number: 1), default);
        (await Store.ListDecisionsAsync(default)).Select(decision => decision.Id[^1]).ShouldBe(['1', '2']);
    }
}
