using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Testing.Runs;

namespace ScoreGuard.Domain.Tests.Notifications;

public sealed class NewsRulesTests
{
    private readonly Readers _readers = new();

    [Theory]
    [InlineData(Verdict.Drift, "new")]
    [InlineData(Verdict.Broken, "new")]
    [InlineData(Verdict.NoBaseline, "new")]
    [InlineData(Verdict.Resolved, "new and ends")]
    [InlineData(Verdict.Approved, "new and ends")]
    [InlineData(Verdict.Passed, "Passed")]
    public void Every_verdict_but_passed_is_news(Verdict verdict, string told) =>
        _readers.Hear(SomeRun.Of(verdict, 0)).ShouldBe(told);

    [Fact]
    public void A_preview_never_mails()
    {
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            _readers.Hear(SomeRun.Of(verdict, 0) with { Kind = RunKind.Preview }).ShouldBe("Preview");
        }

        _readers.State.ShouldBe(NotificationState.None);
    }

    [Fact]
    public void The_same_drift_is_told_once()
    {
        _readers.Hear(SomeRun.Of(Verdict.Drift, 0)).ShouldBe("new");
        _readers.Hear(SomeRun.Of(Verdict.Drift, 1)).ShouldBe("AlreadyTold");
        _readers.Hear(SomeRun.Of(Verdict.Drift, 2)).ShouldBe("AlreadyTold");
    }

    [Fact]
    public void Another_drift_goes_on_with_the_open_thread()
    {
        _readers.Hear(SomeRun.Of(Verdict.Drift, 0));
        _readers.Hear(SomeRun.Of(Verdict.Drift, 1, outcomes: "others")).ShouldBe("goes on");
        _readers.Hear(SomeRun.Of(Verdict.Drift, 2, outcomes: "others", baseline: "a newer one")).ShouldBe("goes on");
        _readers.Hear(SomeRun.Broken(3, "SG1003 model.yaml")).ShouldBe("goes on");
        _readers.Hear(SomeRun.Of(Verdict.Drift, 4, outcomes: "others")).ShouldBe("goes on");
    }

    [Theory]
    [InlineData(Verdict.Resolved)]
    [InlineData(Verdict.Approved)]
    public void The_end_of_a_story_is_told_in_its_thread_and_the_next_story_begins_one(Verdict end)
    {
        _readers.Hear(SomeRun.Of(Verdict.Drift, 0));
        _readers.Hear(SomeRun.Of(end, 1)).ShouldBe("goes on and ends");
        _readers.Hear(SomeRun.Of(Verdict.Passed, 2)).ShouldBe("Passed");
        _readers.Hear(SomeRun.Of(Verdict.Drift, 3)).ShouldBe("new");
    }

    [Fact]
    public void A_pass_ends_the_story_without_a_mail()
    {
        _readers.Hear(SomeRun.Broken(0, "SG1003 model.yaml"));
        _readers.Hear(SomeRun.Of(Verdict.Passed, 1)).ShouldBe("Passed");
        _readers.Hear(SomeRun.Broken(2, "SG1003 model.yaml")).ShouldBe("new");
    }

    [Fact]
    public void A_run_that_is_broken_by_the_same_things_is_told_once_however_they_are_worded()
    {
        _readers.Hear(SomeRun.Broken(0, "SG1003 model.yaml", "SG5001 store")).ShouldBe("new");
        _readers
            .Hear(SomeRun.Broken(1, "SG5001 store", "SG1003 model.yaml", "SG1003 model.yaml"))
            .ShouldBe("AlreadyTold");
        _readers.Hear(SomeRun.Broken(2, "SG1003 model.yaml")).ShouldBe("goes on");
        _readers.Hear(SomeRun.Broken(3, "SG1003 leads.yaml")).ShouldBe("goes on");
    }

    [Fact]
    public void Until_a_first_baseline_is_approved_one_mail_asks_for_it()
    {
        _readers.Hear(SomeRun.Of(Verdict.NoBaseline, 0)).ShouldBe("new");
        _readers.Hear(SomeRun.Of(Verdict.NoBaseline, 1, outcomes: "others")).ShouldBe("AlreadyTold");
        _readers.Hear(SomeRun.Of(Verdict.Passed, 2)).ShouldBe("Passed");
        _readers.Hear(SomeRun.Of(Verdict.Drift, 3)).ShouldBe("new");
    }

    [Fact]
    public void A_mail_that_may_not_have_arrived_or_did_not_makes_the_next_run_say_it_again()
    {
        foreach (
            var result in (SendResult[])
                [new SendResult.Unknown("cut off"), new SendResult.NotSent("refused", Retryable: false)]
        )
        {
            var readers = new Readers { Server = result };
            readers.Hear(SomeRun.Of(Verdict.Drift, 0)).ShouldBe("new");
            readers.Server = new SendResult.Sent("");
            readers.Hear(SomeRun.Of(Verdict.Drift, 1)).ShouldBe("goes on");
            readers.Hear(SomeRun.Of(Verdict.Drift, 2)).ShouldBe("AlreadyTold");
        }
    }

    [Fact]
    public void A_mail_that_is_still_tried_keeps_the_next_run_quiet()
    {
        _readers.Server = new SendResult.NotSent("The server is down.", Retryable: true);
        _readers.Hear(SomeRun.Of(Verdict.Drift, 0)).ShouldBe("new");
        _readers.Hear(SomeRun.Of(Verdict.Drift, 1)).ShouldBe("AlreadyTold");
    }

    [Fact]
    public void A_claim_that_nobody_holds_any_more_makes_the_next_run_say_it_again()
    {
        var run = SomeRun.Of(Verdict.Drift, 0);
        var told = NotificationState.None with { LastFingerprint = NewsFingerprint.Of(run), LastMail = "m" };
        var claimed = MailDelivery.Queued(run.StartedAt).Claim(run.StartedAt);

        NewsRules.Decide(run, told, claimed, run.StartedAt).ShouldBeOfType<NewsDecision.Quiet>();
        NewsRules
            .Decide(run, told, claimed, run.StartedAt + MailDelivery.LongestAttempt)
            .ShouldBeOfType<NewsDecision.Send>();
        NewsRules.Decide(run, told, lastMail: null, run.StartedAt).ShouldBeOfType<NewsDecision.Send>();
    }

    [Fact]
    public void A_run_that_a_later_one_has_overtaken_is_kept_quiet()
    {
        _readers.Hear(SomeRun.Of(Verdict.Resolved, 5));
        _readers.Hear(SomeRun.Of(Verdict.Drift, 4)).ShouldBe("Overtaken");
    }

    [Fact]
    public void A_mail_that_is_remembered_again_or_late_changes_nothing()
    {
        _readers.Hear(SomeRun.Of(Verdict.Drift, 1));
        var state = _readers.State;
        var mail = new OutgoingMail(
            SomeRun.Of(Verdict.Drift, 0).Id,
            MailKind.News,
            "a",
            "a",
            "f",
            ClosesThread: true,
            "",
            "",
            "",
            SomeRun.At(0)
        );
        state.After(mail).ShouldBe(state);
        state.After(mail with { Id = state.LastMail! }).ShouldBe(state);
        state.After(mail with { Id = MailNames.OfDigest(SomeRun.At(9)), Kind = MailKind.Digest }).ShouldBe(state);
    }
}
