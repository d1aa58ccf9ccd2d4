using ScoreGuard.Domain;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Storage.Tests.Contracts;

/// <summary>What every journal of replays does, wherever it is kept.</summary>
public abstract class ReplayJournalContract
{
    private const string Mark = "20261122t060000z-0a1b2c3d";

    protected abstract IReplayJournal Store { get; }

    [Fact]
    public async Task Entries_are_read_back_in_their_order()
    {
        for (var number = 0; number < 12; number++)
        {
            (await Store.TryAppendAsync(Mark, number, Entry(number), default)).ShouldBeTrue();
        }

        var read = await Store.ReadAsync(Mark, default);
        read.Select(entry => entry.Items.Single().Text)
            .ShouldBe(Enumerable.Range(0, 12).Select(number => $"step {number}"));
        read[0].Step.ShouldBe(JournalStep.Creating);
        read[0].At.ShouldBe(new Instant(1_780_000_000_000));
        read[0].Items.Single().ShouldBe(new JournalItem("17-2", "r-1", "step 0"));
    }

    [Fact]
    public async Task Of_two_that_go_on_with_a_replay_one_is_told_no()
    {
        (await Store.TryAppendAsync(Mark, 0, Entry(0), default)).ShouldBeTrue();
        (await Store.TryAppendAsync(Mark, 0, Entry(1), default)).ShouldBeFalse();
        (await Store.ReadAsync(Mark, default)).Single().Items.Single().Text.ShouldBe("step 0");
    }

    [Fact]
    public async Task A_replay_is_listed_from_its_first_entry_until_it_is_removed()
    {
        (await Store.ListAsync(default)).ShouldBeEmpty();
        await Store.TryAppendAsync(Mark, 0, Entry(0), default);
        await Store.TryAppendAsync("20261123t060000z-0a1b2c3d", 0, Entry(0), default);
        (await Store.ListAsync(default)).ShouldBe([Mark, "20261123t060000z-0a1b2c3d"]);
        await Store.RemoveAsync(Mark, default);
        await Store.RemoveAsync(Mark, default);
        (await Store.ListAsync(default)).ShouldBe(["20261123t060000z-0a1b2c3d"]);
        (await Store.ReadAsync(Mark, default)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData("a/b")]
    public Task A_mark_that_may_leave_its_place_is_refused(string mark) =>
        Should.ThrowAsync<ArgumentException>(() => Store.TryAppendAsync(mark, 0, Entry(0), default));

    private static JournalEntry Entry(int number) =>
        new(JournalStep.Creating, new(1_780_000_000_000), [new("17-2", "r-1", $"step {number}")]);
}
