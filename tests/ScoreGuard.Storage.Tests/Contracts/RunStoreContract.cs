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
    public async Task Runs_before_a_run_are_listed_newest_first_and_without_it()
    {
        var ids = Enumerable.Range(0, 9).Select(day => $"2026031{day}T090000000Z-00000001").ToList();
        foreach (var id in ids)
        {
            await Store.AppendAsync(Some.Run(id), default);
        }

        (await Store.ListAsync(ids[2], 1, default)).Select(run => run.Id).ShouldBe([ids[1]]);
        (await Store.ListAsync(ids[2], 5, default)).Select(run => run.Id).ShouldBe([ids[1], ids[0]]);
        (await Store.ListAsync(ids[0], 5, default)).ShouldBeEmpty();
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
