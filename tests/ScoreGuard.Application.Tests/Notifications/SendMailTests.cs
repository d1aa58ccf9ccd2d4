using ScoreGuard.Application.Notifications;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Testing.Runs;

namespace ScoreGuard.Application.Tests.Notifications;

public sealed class SendMailTests : IDisposable
{
    private static readonly RunRecord Drift = SomeRun.Of(Verdict.Drift, 0);

    private readonly NewsStory _story = new();

    public void Dispose() => _story.Dispose();

    [Fact]
    public async Task A_mail_is_sent_once_however_often_it_is_asked_for()
    {
        await _story.MailOfAsync(Drift);
        (await _story.SendAsync(Drift)).State.ShouldBe(MailState.Sent);
        (await _story.SendAsync(Drift)).State.ShouldBe(MailState.Sent);
        (await _story.Sender().SendDueAsync(until: null, default)).ShouldBeEmpty();
        _story.Mailer.HandedOver.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_workers_one_hands_a_mail_over()
    {
        await QueueAsync(3);

        await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(() => _story.Sender().SendDueAsync(until: null, default)))
        );
        _story.Mailer.HandedOver.Count.ShouldBe(3);
        _story.Mailer.HandedOver.Select(mail => mail.Id).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task A_mail_that_nobody_queued_is_not_sent()
    {
        (await _story.Sender().ForAsync(Drift.Id, default)).ShouldBeNull();
        (await _story.Sender().ForAsync("../../etc/passwd", default)).ShouldBeNull();
        _story.Mailer.HandedOver.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_is_down_is_tried_again_at_growing_distances_until_it_takes_the_mail()
    {
        await _story.MailOfAsync(Drift);
        _story.Mailer.Plan = _ => new SendResult.Unreached("The server is down.");
        await _story.SendAsync(Drift);
        await _story.SendAsync(Drift);
        _story.Mailer.HandedOver.Count.ShouldBe(1);

        _story.Time.Pass(Minutes(1));
        await _story.Sender().SendDueAsync(until: null, default);
        _story.Time.Pass(Minutes(4));
        await _story.Sender().SendDueAsync(until: null, default);
        _story.Mailer.HandedOver.Count.ShouldBe(2);

        _story.Mailer.Plan = _ => new SendResult.Sent("");
        _story.Time.Pass(Minutes(1));
        (await _story.Sender().SendDueAsync(until: null, default)).Single().Delivery.State.ShouldBe(MailState.Sent);
        _story.Mailer.HandedOver.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_worker_that_ends_while_it_sends_leaves_an_uncertain_mail_that_is_never_sent_again()
    {
        await _story.MailOfAsync(Drift);
        _story.Mailer.Plan = _ => throw new OperationCanceledException();
        await Should.ThrowAsync<OperationCanceledException>(() => _story.SendAsync(Drift));

        _story.Mailer.Plan = _ => new SendResult.Sent("");
        (await _story.SendAsync(Drift)).State.ShouldBe(MailState.Sending);
        _story.Time.Pass(MailDelivery.LongestAttempt);
        (await _story.Sender().SendDueAsync(until: null, default))
            .Single()
            .Delivery.State.ShouldBe(MailState.Uncertain);
        (await _story.SendAsync(Drift)).State.ShouldBe(MailState.Uncertain);
        _story.Mailer.HandedOver.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_next_run_with_the_same_drift_says_again_what_may_not_have_been_read(bool mayHaveArrived)
    {
        await _story.MailOfAsync(Drift);
        _story.Mailer.Plan = _ =>
            mayHaveArrived ? new SendResult.Unknown("Cut off.") : new SendResult.NotSent("Refused.", Retryable: false);
        await _story.SendAsync(Drift);

        var again = await _story.MailOfAsync(SomeRun.Of(Verdict.Drift, 1));
        again.BeginsThread.ShouldBeFalse();
        var delivery = (await _story.Store.FindAsync(Drift.Id, default))!.Delivery;
        delivery.State.ShouldBe(mayHaveArrived ? MailState.Uncertain : MailState.GivenUp);
        delivery.Reason.ShouldBe(mayHaveArrived ? "Cut off." : "Refused.");
    }

    [Fact]
    public async Task A_mail_that_some_receivers_have_is_not_sent_again_and_keeps_the_next_run_quiet()
    {
        await _story.MailOfAsync(Drift);
        _story.Mailer.Plan = _ => new SendResult.SentInPart("The mail server refused 1 of 2 receivers (450).");
        (await _story.SendAsync(Drift)).State.ShouldBe(MailState.Sent);

        _story.Time.Now = SomeRun.At(1);
        (await _story.Sender().SendDueAsync(until: null, default)).ShouldBeEmpty();
        (await _story.TellAsync(SomeRun.Of(Verdict.Drift, 1))).ShouldBe(new NewsOutcome.Quiet(QuietReason.AlreadyTold));
        _story.Mailer.HandedOver.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_mail_that_found_the_server_gone_or_silent_the_others_wait_untouched(bool mayHaveArrived)
    {
        await QueueAsync(3);
        _story.Mailer.Plan = _ =>
            mayHaveArrived ? new SendResult.Unknown("Silence.") : new SendResult.Unreached("Silence.");
        var before = (await _story.Store.ListOpenAsync(default)).Skip(1).ToList();

        (await _story.Sender().SendDueAsync(until: null, default)).Single().Delivery.Reason.ShouldBe("Silence.");

        _story.Mailer.HandedOver.Count.ShouldBe(1);
        var after = await _story.Store.ListOpenAsync(default);
        after.TakeLast(2).ShouldBe(before);

        _story.Mailer.Plan = _ => new SendResult.Sent("");
        await _story.Sender().SendDueAsync(until: null, default);
        _story.Mailer.HandedOver.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_mail_that_the_server_refuses_for_now_holds_up_no_other()
    {
        await QueueAsync(3);
        _story.Mailer.Plan = _ => new SendResult.NotSent("Busy.", Retryable: true);
        await _story.Sender().SendDueAsync(until: null, default);
        _story.Mailer.HandedOver.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Once_the_time_is_over_no_further_mail_is_begun_and_the_one_under_way_is_finished()
    {
        await QueueAsync(3);
        var until = _story.Time.Now + Minutes(5);
        _story.Mailer.Plan = _ =>
        {
            _story.Time.Pass(Minutes(3));
            return new SendResult.Sent("");
        };

        var told = await _story.Sender().SendDueAsync(until, default);

        told.Select(mail => mail.Delivery.State).ShouldBe([MailState.Sent, MailState.Sent]);
        (await _story.Store.ListOpenAsync(default)).Single().Delivery.Attempts.ShouldBe(0);
        (await _story.Sender().SendDueAsync(until, default)).ShouldBeEmpty();
        (await _story.Sender().SendDueAsync(until: null, default)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_worker_that_comes_back_after_its_claim_was_taken_for_lost_changes_nothing()
    {
        await _story.MailOfAsync(Drift);
        _story.Mailer.Plan = mail =>
        {
            _story.Time.Pass(MailDelivery.LongestAttempt);
            new SendMail(_story.Store, new PlannedMailer(), _story.Time)
                .ForAsync(mail.Id, default)
                .GetAwaiter()
                .GetResult();
            return new SendResult.Sent("");
        };
        (await _story.SendAsync(Drift)).State.ShouldBe(MailState.Uncertain);
        (await _story.Store.FindAsync(Drift.Id, default))!.Delivery.State.ShouldBe(MailState.Uncertain);
    }

    private async Task QueueAsync(int mails)
    {
        for (var day = 0; day < mails; day++)
        {
            await _story.MailOfAsync(SomeRun.Of(Verdict.Drift, day, outcomes: $"{day}"));
        }
    }

    private static Duration Minutes(long minutes) => new(minutes * 60_000);
}
