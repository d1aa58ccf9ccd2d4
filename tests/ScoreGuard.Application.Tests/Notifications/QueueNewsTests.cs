using ScoreGuard.Application.Notifications;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Testing.Runs;

namespace ScoreGuard.Application.Tests.Notifications;

public sealed class QueueNewsTests : IDisposable
{
    private readonly NewsStory _story = new();

    public void Dispose() => _story.Dispose();

    [Fact]
    public async Task A_run_that_is_told_twice_has_one_mail()
    {
        var run = SomeRun.Of(Verdict.Drift, 0);
        var first = await _story.MailOfAsync(run);
        (await _story.MailOfAsync(run)).ShouldBe(first);
        (await _story.Store.ListOpenAsync(default)).Length.ShouldBe(1);
        first.Subject.ShouldBe("[drift] acme-b2b: MQL +37 / −12 of 1,000 leads");
    }

    [Fact]
    public async Task A_run_that_many_tell_at_once_has_one_mail()
    {
        var run = SomeRun.Of(Verdict.Drift, 0);
        var told = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => _story.MailOfAsync(run))));
        told.Distinct().Count().ShouldBe(1);
        (await _story.Store.ListOpenAsync(default)).Length.ShouldBe(1);
        (await _story.Store.GetStateAsync(default)).State.LastMail.ShouldBe(run.Id);
    }

    [Fact]
    public async Task A_passed_run_and_a_preview_leave_nothing_behind()
    {
        (await _story.TellAsync(SomeRun.Of(Verdict.Passed, 0))).ShouldBe(new NewsOutcome.Quiet(QuietReason.Passed));
        var preview = SomeRun.Of(Verdict.Drift, 1) with { Kind = RunKind.Preview };
        (await _story.TellAsync(preview)).ShouldBe(new NewsOutcome.Quiet(QuietReason.Preview));
        (await _story.Store.ListOpenAsync(default)).ShouldBeEmpty();
        (await _story.Store.GetStateAsync(default)).Version.ShouldBeNull();
    }

    [Fact]
    public async Task A_story_is_one_thread_from_its_first_mail_to_its_last()
    {
        var first = await _story.MailOfAsync(SomeRun.Of(Verdict.Drift, 0));
        await _story.SendAsync(SomeRun.Of(Verdict.Drift, 0));
        (await _story.TellAsync(SomeRun.Of(Verdict.Drift, 1))).ShouldBe(new NewsOutcome.Quiet(QuietReason.AlreadyTold));
        var second = await _story.MailOfAsync(SomeRun.Of(Verdict.Drift, 2, outcomes: "others"));
        var last = await _story.MailOfAsync(SomeRun.Of(Verdict.Resolved, 3));
        var next = await _story.MailOfAsync(SomeRun.Of(Verdict.Drift, 4));

        first.BeginsThread.ShouldBeTrue();
        second.ThreadKey.ShouldBe(first.MessageKey);
        second.Text.ShouldContain("This goes on with an earlier mail about this workspace.");
        last.ThreadKey.ShouldBe(first.MessageKey);
        last.Subject.ShouldStartWith("[resolved] ");
        next.BeginsThread.ShouldBeTrue();
        next.Text.ShouldNotContain("This goes on");
    }

    [Fact]
    public async Task A_mail_whose_queueing_was_cut_short_is_remembered_by_whoever_comes_next()
    {
        var run = SomeRun.Of(Verdict.Drift, 0);
        var mail = await _story.MailOfAsync(run);
        foreach (var again in (Func<NewsStory, Task>[])[story => story.MailOfAsync(run), story => story.SendAsync(run)])
        {
            using var cut = new NewsStory();
            await cut.Store.AddAsync(mail, default);
            (await cut.Store.GetStateAsync(default)).State.LastMail.ShouldBeNull();
            await again(cut);
            (await cut.Store.GetStateAsync(default)).State.ShouldBe(NotificationState.None.After(mail));
        }
    }

    [Fact]
    public async Task Real_runs_of_a_workspace_are_told_from_the_first_baseline_to_the_end_of_a_drift()
    {
        using var guarded = new Guarded();
        await guarded.FreezeAsync();
        var subjects = new List<string>();
        async Task<string> RunAsync()
        {
            var run = await guarded.RunAsync();
            var told = await new QueueNews(_story.Store, _story.Time).ForRunAsync(run, guarded.Report!, null, default);
            if (told is NewsOutcome.Queued queued)
            {
                subjects.Add(queued.Mail.Subject);
                await _story.SendAsync(run);
            }

            return run.Id;
        }

        await guarded.DecideAsync(await RunAsync());
        await RunAsync();
        guarded.EditModel("'>= 60'", "'>= 50'");
        await RunAsync();
        await RunAsync();
        guarded.EditModel("'>= 50'", "'>= 60'");
        await RunAsync();
        await RunAsync();

        subjects.Count.ShouldBe(3);
        subjects[0].ShouldBe("[no baseline] Test: 40 leads replayed, nobody has approved them yet");
        subjects[1].ShouldStartWith("[drift] Test: MQL +");
        subjects[2].ShouldBe("[resolved] Test: the drift is gone, 40 leads checked");
    }
}
