using ScoreGuard.Domain.Notifications;

namespace ScoreGuard.Domain.Tests.Notifications;

public sealed class MailDeliveryTests
{
    private static readonly Instant Start = new(1_773_122_400_000);
    private static readonly SendResult.Unreached Down = new("The server is down.");

    [Fact]
    public void A_mail_that_fails_for_now_is_tried_six_times_at_growing_distances()
    {
        var delivery = MailDelivery.Queued(Start);
        var waits = new List<string>();
        while (delivery.IsOpen)
        {
            var at = delivery.NextAttemptAt!.Value;
            delivery = delivery.Claim(at).Conclude(Down, at);
            if (delivery.NextAttemptAt is { } next)
            {
                waits.Add(new Duration(next.UnixMilliseconds - at.UnixMilliseconds).ToString());
            }
        }

        waits.ShouldBe(["1m", "5m", "30m", "2h", "6h"]);
        delivery.State.ShouldBe(MailState.GivenUp);
        delivery.Attempts.ShouldBe(6);
        DeliveryWords.Of(delivery).ShouldBe("Not sent, given up after 6 attempts: The server is down.");
    }

    [Fact]
    public void A_mail_that_waits_is_not_due_before_its_time()
    {
        var waiting = MailDelivery.Queued(Start).Claim(Start).Conclude(Down, Start);
        waiting.IsDue(new(Start.UnixMilliseconds + 59_999)).ShouldBeFalse();
        waiting.IsDue(new(Start.UnixMilliseconds + 60_000)).ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => waiting.Claim(Start));
        DeliveryWords
            .Of(waiting)
            .ShouldBe("Not sent after 1 attempt, next one at 2026-03-10T06:01:00Z: The server is down.");
    }

    [Fact]
    public void What_cannot_work_later_is_given_up_at_once()
    {
        var delivery = MailDelivery
            .Queued(Start)
            .Claim(Start)
            .Conclude(new SendResult.NotSent("The password was refused.", Retryable: false), Start);
        delivery.State.ShouldBe(MailState.GivenUp);
        DeliveryWords.Of(delivery).ShouldBe("Not sent, given up after 1 attempt: The password was refused.");
    }

    [Fact]
    public void What_may_have_arrived_is_never_sent_again()
    {
        var delivery = MailDelivery.Queued(Start).Claim(Start).Conclude(new SendResult.Unknown("Cut off."), Start);
        delivery.State.ShouldBe(MailState.Uncertain);
        delivery.IsOpen.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => delivery.Claim(new(Start.UnixMilliseconds * 2)));
        DeliveryWords.Of(delivery).ShouldBe("Nobody knows whether it arrived, it is not sent again: Cut off.");
    }

    [Fact]
    public void A_mail_that_some_receivers_have_is_sent_and_says_who_has_it_not()
    {
        const string Refused = "The mail server refused 1 of 2 receivers (550).";
        var delivery = MailDelivery.Queued(Start).Claim(Start).Conclude(new SendResult.SentInPart(Refused), Start);
        delivery.ShouldBe(new(MailState.Sent, 1, Start, null, Refused, ""));
        delivery.IsOpen.ShouldBeFalse();
        DeliveryWords.Of(delivery).ShouldBe($"Sent at {Start}, but not to every receiver: {Refused}");
    }

    [Fact]
    public void A_claim_is_uncertain_once_it_is_older_than_any_attempt()
    {
        var claimed = MailDelivery.Queued(Start).Claim(Start);
        var end = Start + MailDelivery.LongestAttempt;
        claimed.SeenAt(new(end.UnixMilliseconds - 1)).ShouldBe(claimed);
        claimed.SeenAt(end).State.ShouldBe(MailState.Uncertain);
        claimed.SeenAt(end).IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void A_sent_mail_keeps_no_reason_of_earlier_attempts()
    {
        var waiting = MailDelivery.Queued(Start).Claim(Start).Conclude(Down, Start);
        var due = waiting.NextAttemptAt!.Value;
        var sent = waiting.Claim(due).Conclude(new SendResult.Sent("queued as 42"), due);
        sent.ShouldBe(new(MailState.Sent, 2, due, null, "", "queued as 42"));
    }

    [Fact]
    public void What_was_not_claimed_has_no_end() =>
        Should.Throw<InvalidOperationException>(() => MailDelivery.Queued(Start).Conclude(Down, Start));
}
