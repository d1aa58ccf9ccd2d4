using System.Text;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Runs.Queued;

namespace ScoreGuard.Functions.Tests.Work;

/// <summary>What the clock makes the app do goes on whatever is damaged, and is told.</summary>
public sealed class ScheduleTests : IDisposable
{
    private readonly SetTime _time = new();
    private readonly WorkingApp _app;

    public ScheduleTests() => _app = new(_time, "broken", "small");

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_damaged_workspace_holds_up_neither_the_sweep_of_the_others_nor_their_mail()
    {
        _app.DamageTicket("broken", await _app.OrderAsync("broken"));
        var run = await _app.OrderAsync("small");
        await _app.QueueMailAsync("small", 1, _time.Now);
        _time.Now += TimeSpan.FromHours(1);

        await _app.Schedule.SweepAsync(default);

        _app.Log.All("sweep.failed", "workspace").ShouldBe(["broken"]);
        _app.Log.All("runs.picked-up", "workspace").ShouldBe(["small"]);
        _app.Log.All("runs.picked-up", "run").ShouldBe([run]);
        _app.Log.All("mail.sent", "workspace").ShouldBe(["small"]);
    }

    [Fact]
    public async Task A_run_that_the_sweep_gives_up_is_told_as_every_run_that_ends()
    {
        var run = await _app.OrderAsync("small");
        for (var sweep = 0; sweep <= Application.Runs.Queued.SweepRuns.MostResent; sweep++)
        {
            _time.Now += TimeSpan.FromHours(1);
            await _app.Schedule.SweepAsync(default);
        }

        _app.Log.All("run.given-up", "run").ShouldBe([run]);
        _app.Log.All("run.finished", "run").ShouldBe([run]);
        _app.Log.All("run.finished", "verdict").ShouldBe(["broken"]);
    }

    [Fact]
    public async Task A_preview_that_is_broken_is_told_apart_from_a_run_that_is()
    {
        await _app.OrderAsync("small", candidate: Encoding.UTF8.GetBytes("scoreguard: 1\nmistyped: true\n"));
        await _app.DrainAsync();
        _app.Folder.Edit("small", "points: 50", "points: many");
        await _app.OrderAsync("small");
        await _app.DrainAsync();

        _app.Log.All("run.finished", "verdict").ShouldBe(["broken", "broken"]);
        _app.Log.All("run.finished", "kind").ShouldBe(["Preview", "Run"]);
    }

    [Fact]
    public async Task A_run_that_cannot_be_ordered_is_told_as_lost_at_the_last_try_only()
    {
        _app.DamageTicket("broken", await _app.OrderAsync("broken"));
        var occurrence = _time.Now;

        await Should.ThrowAsync<StoreDamage>(() => _app.Schedule.RunAllAsync(occurrence, isLast: false, default));
        _app.Log.All("run.not-ordered", "workspace").ShouldBeEmpty();
        _app.Log.All("run.refused", "workspace").ShouldBe(["broken"]);

        await Should.ThrowAsync<StoreDamage>(() => _app.Schedule.RunAllAsync(occurrence, isLast: true, default));
        _app.Log.All("run.not-ordered", "workspace").ShouldBe(["broken"]);
        _app.Log.All("run.ordered", "workspace").ShouldBe(["small", "small"]);
        _app.Log.All("run.ordered", "joined").ShouldBe(["False", "True"]);
    }

    [Fact]
    public async Task A_run_that_cannot_be_given_up_is_told_with_its_reason()
    {
        var run = await _app.OrderAsync("broken");
        _app.DamageTicket("broken", run);

        await Should.ThrowAsync<StoreDamage>(() => _app.Steps.GiveUpAsync(new("broken", run, WorkStep.Start), default));

        _app.Log.All("run.not-given-up", "workspace").ShouldBe(["broken"]);
        _app.Log.All("run.not-given-up", "run").ShouldBe([run]);
        _app.Log.All("run.not-given-up", "reason").Single().ShouldContain("SG5001");
    }

    [Fact]
    public async Task A_mail_server_that_does_not_answer_is_asked_once_after_a_step_and_for_some_minutes_by_the_sweep()
    {
        for (var mail = 0; mail < 12; mail++)
        {
            await _app.QueueMailAsync("small", mail, _time.Now);
        }

        _app.Mailer.Answer = () =>
        {
            _time.Now += TimeSpan.FromMinutes(1);
            return new SendResult.NotSent("It does not answer.", Retryable: true);
        };
        await _app.OrderAsync("small");
        await _app.DrainAsync();
        _app.Mailer.Asked.Count.ShouldBe(1);

        await _app.Schedule.SweepAsync(default);
        _app.Mailer.Asked.Count.ShouldBe(4);
        var open = await _app.Store("small").Notifications.ListOpenAsync(default);
        open.ShouldAllBe(mail => mail.Delivery.State == MailState.Pending);
    }

    [Fact]
    public async Task What_keeps_readers_from_being_told_is_said_and_the_run_ends()
    {
        await _app.OrderAsync("small");
        await _app.DrainAsync();
        var told = Directory.EnumerateFiles(_app.Folder.Root, "state.json", SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(told, "{");

        var run = await _app.OrderAsync("small");
        await _app.DrainAsync();

        _app.Log.All("run.untold", "run").ShouldBe([run]);
        _app.Log.All("run.finished", "run").ShouldContain(run);
        (await _app.Store("small").Tickets.ListAsync(default)).ShouldBeEmpty();
    }
}
