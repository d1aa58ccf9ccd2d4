using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Storage.Documents;

namespace ScoreGuard.Storage.Tests.Contracts;

/// <summary>What every keeper of tickets does: one turn, and of two who change a ticket one is told no.</summary>
public abstract class RunTicketsContract
{
    private const string First = "20260310T090000000Z-00000001";
    private const string Second = "20260310T090000000Z-00000002";

    protected abstract IRunTickets Store { get; }

    /// <summary>What the tickets are kept in.</summary>
    private protected abstract IDocuments Documents { get; }

    [Fact]
    public async Task A_ticket_is_added_once_and_found_until_it_is_removed()
    {
        (await Store.FindAsync(First, default)).ShouldBeNull();
        (await Store.TryAddAsync(Ticket(First), default)).ShouldBeTrue();
        (await Store.TryAddAsync(Ticket(First) with { Reason = "another" }, default)).ShouldBeFalse();
        (await Store.FindAsync(First, default))!.Ticket.Reason.ShouldBe("because <b>");
        await Store.RemoveAsync(First, default);
        await Store.RemoveAsync(First, default);
        (await Store.FindAsync(First, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_who_replace_the_same_state_one_is_told_no()
    {
        await Store.TryAddAsync(Ticket(First), default);
        var held = (await Store.FindAsync(First, default))!;
        (await Store.TryReplaceAsync(held, held.Ticket with { Resent = 1 }, default)).ShouldBeTrue();
        (await Store.TryReplaceAsync(held, held.Ticket with { Resent = 2 }, default)).ShouldBeFalse();
        (await Store.FindAsync(First, default))!.Ticket.Resent.ShouldBe(1);
        await Store.RemoveAsync(First, default);
        (await Store.TryReplaceAsync(held, held.Ticket, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Parts_that_are_done_at_once_are_all_kept()
    {
        await Store.TryAddAsync(Ticket(First), default);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(part => Task.Run(() => FinishAsync(part))));
        (await Store.FindAsync(First, default))!
            .Ticket.Parts.Select(part => part.Index)
            .ShouldBe(Enumerable.Range(0, 12));
    }

    [Fact]
    public async Task Tickets_are_listed_in_the_order_in_which_they_were_asked_for()
    {
        await Store.TryAddAsync(Ticket(First) with { RequestedAt = new(Some.At.UnixMilliseconds + 1) }, default);
        await Store.TryAddAsync(Ticket(Second), default);
        (await Store.ListAsync(default)).Select(ticket => ticket.Id).ShouldBe([Second, First]);
    }

    [Fact]
    public async Task One_run_has_its_turn_until_it_ends_it()
    {
        (await Store.FindTurnAsync(default)).ShouldBeNull();
        var taken = await Task.WhenAll(
            ((string[])[First, Second]).Select(run => Task.Run(() => Store.TryTakeTurnAsync(run, default)))
        );
        taken.Count(one => one).ShouldBe(1);
        var (holder, other) = taken[0] ? (First, Second) : (Second, First);
        (await Store.FindTurnAsync(default)).ShouldBe(holder);
        (await Store.TryTakeTurnAsync(holder, default)).ShouldBeTrue();
        await Store.EndTurnAsync(other, default);
        (await Store.FindTurnAsync(default)).ShouldBe(holder);
        await Store.EndTurnAsync(holder, default);
        (await Store.TryTakeTurnAsync(other, default)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_turn_that_another_run_took_while_it_was_ended_stays_with_that_run()
    {
        (await Store.TryTakeTurnAsync(First, default)).ShouldBeTrue();
        var late = new DocumentRunTickets(
            new InterruptedDocuments(
                Documents,
                async () =>
                {
                    await Store.EndTurnAsync(First, default);
                    (await Store.TryTakeTurnAsync(Second, default)).ShouldBeTrue();
                }
            )
        );
        await late.EndTurnAsync(First, default);
        (await Store.FindTurnAsync(default)).ShouldBe(Second);
    }

    private static RunTicket Ticket(string id) => RunTicket.New(id, RunKind.Run, "because <b>", "Ann", Some.At);

    private async Task FinishAsync(int part)
    {
        while (
            await Store.FindAsync(First, default) is { } held
            && !await Store.TryReplaceAsync(held, held.Ticket.With(new(part, [], []), Some.At), default)
        )
        {
            await Task.Yield();
        }
    }
}
