using ScoreGuard.Domain;
using ScoreGuard.Domain.Notifications;

namespace ScoreGuard.Storage.Tests.Contracts;

/// <summary>What every outbox does: one mail a name, and nobody moves what somebody else has moved.</summary>
public abstract class NotificationStoreContract
{
    private const string Run = "20260310T090000000Z-00000001";
    private const string Later = "20260311T090000000Z-00000001";

    private static readonly Instant Now = new(Some.At.UnixMilliseconds + 1);

    protected abstract INotificationStore Store { get; }

    [Fact]
    public async Task Before_the_first_mail_nobody_was_told_anything()
    {
        var snapshot = await Store.GetStateAsync(default);
        snapshot.State.ShouldBe(NotificationState.None);
        snapshot.Version.ShouldBeNull();
        (await Store.ListOpenAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_state_is_read_back_as_it_was_written()
    {
        var state = NotificationState.None.After(Some.Mail(Run)) with { LastDigestAt = Some.At };
        (await Store.TryReplaceStateAsync(state, null, default)).ShouldBeTrue();
        var read = await Store.GetStateAsync(default);
        read.State.ShouldBe(state);
        read.Version.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_state_that_was_moved_meanwhile_is_not_replaced()
    {
        var first = NotificationState.None.After(Some.Mail(Run));
        (await Store.TryReplaceStateAsync(first, null, default)).ShouldBeTrue();
        (await Store.TryReplaceStateAsync(NotificationState.None, null, default)).ShouldBeFalse();
        var read = await Store.GetStateAsync(default);
        (await Store.TryReplaceStateAsync(first.ClosedBy(Later), read.Version, default)).ShouldBeTrue();
        (await Store.TryReplaceStateAsync(first, read.Version, default)).ShouldBeFalse();
        (await Store.GetStateAsync(default)).State.ShouldBe(first.ClosedBy(Later));
    }

    [Fact]
    public async Task A_mail_is_queued_once_and_read_back_word_for_word()
    {
        var mail = Some.Mail(Run);
        (await Store.AddAsync(mail, default)).ShouldBeTrue();
        (await Store.AddAsync(mail with { Subject = "another" }, default)).ShouldBeFalse();
        var entry = (await Store.FindAsync(Run, default)).ShouldNotBeNull();
        entry.Mail.ShouldBe(mail);
        entry.Delivery.ShouldBe(MailDelivery.Queued(mail.CreatedAt));
    }

    [Fact]
    public async Task Of_many_who_queue_one_mail_at_once_exactly_one_does()
    {
        var added = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => Store.AddAsync(Some.Mail(Run), default)))
        );
        added.Count(one => one).ShouldBe(1);
    }

    [Fact]
    public async Task A_mail_that_ended_is_still_found_and_never_queued_again()
    {
        await Store.AddAsync(Some.Mail(Run), default);
        var sent = await EndAsync(Run, new SendResult.Sent("server 1"));
        (await Store.AddAsync(Some.Mail(Run), default)).ShouldBeFalse();
        (await Store.FindAsync(Run, default)).ShouldBe(sent);
        sent.Delivery.ProviderId.ShouldBe("server 1");
    }

    [Fact]
    public async Task Open_mails_are_listed_by_name_and_ended_ones_are_not()
    {
        var digest = MailNames.OfDigest(Some.At);
        foreach (var id in (string[])[Later, Run, digest])
        {
            (await Store.AddAsync(Some.Mail(id), default)).ShouldBeTrue();
        }

        (await Store.ListOpenAsync(default)).Select(entry => entry.Mail.Id).ShouldBe([Run, Later, digest]);
        await EndAsync(Run, new SendResult.Sent(""));
        await ClaimAsync(Later);
        (await Store.ListOpenAsync(default)).Select(entry => entry.Mail.Id).ShouldBe([Later, digest]);
    }

    [Fact]
    public async Task Of_many_who_claim_a_mail_at_once_exactly_one_gets_it()
    {
        await Store.AddAsync(Some.Mail(Run), default);
        var entry = (await Store.FindAsync(Run, default))!;
        var claimed = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => Task.Run(() => Store.TryMoveAsync(entry, entry.Delivery.Claim(Now), default)))
        );
        claimed.Count(one => one is not null).ShouldBe(1);
        (await Store.FindAsync(Run, default))!.Delivery.ShouldBe(entry.Delivery.Claim(Now));
    }

    [Fact]
    public async Task A_claim_that_somebody_took_for_lost_concludes_nothing()
    {
        await Store.AddAsync(Some.Mail(Run), default);
        var claimed = await ClaimAsync(Run);
        var lost = claimed.Delivery.SeenAt(Now + MailDelivery.LongestAttempt);
        (await Store.TryMoveAsync(claimed, lost, default)).ShouldNotBeNull();
        var late = claimed.Delivery.Conclude(new SendResult.Sent(""), Now);
        (await Store.TryMoveAsync(claimed, late, default)).ShouldBeNull();
        (await Store.FindAsync(Run, default))!.Delivery.State.ShouldBe(MailState.Uncertain);
    }

    [Fact]
    public async Task A_mail_that_waits_again_can_be_claimed_again()
    {
        await Store.AddAsync(Some.Mail(Run), default);
        var waiting = await EndAsync(Run, new SendResult.NotSent("The server is down.", Retryable: true));
        waiting.Delivery.State.ShouldBe(MailState.Pending);
        var due = waiting.Delivery.NextAttemptAt!.Value;
        (await Store.TryMoveAsync(waiting, waiting.Delivery.Claim(due), default))!.Delivery.Attempts.ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../state")]
    [InlineData("digest-../../../../../etc/1")]
    [InlineData(Run)]
    public async Task A_name_that_no_mail_has_finds_nothing(string id) =>
        (await Store.FindAsync(id, default)).ShouldBeNull();

    private async Task<OutboxEntry> ClaimAsync(string id)
    {
        var entry = (await Store.FindAsync(id, default)).ShouldNotBeNull();
        return (await Store.TryMoveAsync(entry, entry.Delivery.Claim(Now), default)).ShouldNotBeNull();
    }

    private async Task<OutboxEntry> EndAsync(string id, SendResult result)
    {
        var claimed = await ClaimAsync(id);
        return (await Store.TryMoveAsync(claimed, claimed.Delivery.Conclude(result, Now), default)).ShouldNotBeNull();
    }
}
