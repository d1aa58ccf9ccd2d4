using System.Collections.Immutable;
using ScoreGuard.Application.Notifications;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Testing.Runs;

namespace ScoreGuard.Application.Tests.Notifications;

public sealed class SendDigestTests : IDisposable
{
    private static readonly Duration Day = new(Instant.MillisecondsPerDay);

    private readonly NewsStory _home = new();
    private readonly NewsStory _other = new();

    public void Dispose()
    {
        _home.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task The_first_digest_comes_a_week_after_the_first_asking_and_then_once_a_week()
    {
        (await DigestAsync()).ShouldBeNull();
        _home.Time.Now = SomeRun.At(6);
        (await DigestAsync()).ShouldBeNull();
        _home.Time.Now = SomeRun.At(7);
        var first = (await DigestAsync()).ShouldNotBeNull();
        (await DigestAsync()).ShouldBeNull();
        _home.Time.Now = SomeRun.At(14);
        (await DigestAsync()).ShouldNotBeNull().Id.ShouldNotBe(first.Id);
        (await _home.Store.ListOpenAsync(default)).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Many_who_ask_at_once_make_one_digest()
    {
        await DigestAsync();
        _home.Time.Now = SomeRun.At(8);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(DigestAsync)));
        (await _home.Store.ListOpenAsync(default)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_digest_that_was_queued_and_not_remembered_is_not_made_again()
    {
        await DigestAsync();
        _home.Time.Now = SomeRun.At(7);
        var mail = await DigestAsync();
        var (state, version) = await _home.Store.GetStateAsync(default);
        await _home.Store.TryReplaceStateAsync(state with { LastDigestAt = SomeRun.At(0) }, version, default);
        _home.Time.Now = SomeRun.At(9);
        (await DigestAsync()).ShouldBe(mail);
        (await _home.Store.GetStateAsync(default)).State.LastDigestAt.ShouldBe(SomeRun.At(7));
    }

    [Fact]
    public async Task The_digest_counts_the_weeks_runs_and_names_mails_that_did_not_arrive()
    {
        await DigestAsync();
        foreach (var day in Enumerable.Range(1, 5))
        {
            await _home.Stores.Runs.AppendAsync(SomeRun.Of(Verdict.Passed, day), default);
        }

        var drift = SomeRun.Of(Verdict.Drift, 6);
        await _home.Stores.Runs.AppendAsync(drift, default);
        await _home.Stores.Runs.AppendAsync(SomeRun.Of(Verdict.Drift, -3), default);
        await _home.MailOfAsync(drift);
        _home.Mailer.Plan = _ => new SendResult.NotSent("The password was refused.", Retryable: false);
        await _home.SendAsync(drift);
        var other = SomeRun.Of(Verdict.Drift, 6, outcomes: "others");
        await _other.Stores.Runs.AppendAsync(other, default);
        await _other.MailOfAsync(other);
        _other.Mailer.Plan = _ => new SendResult.SentInPart("The mail server refused 1 of 2 receivers (550).");
        var sent = await _other.SendAsync(other);
        _home.Time.Now = SomeRun.At(7);
        var mail = (await DigestAsync()).ShouldNotBeNull();

        mail.Subject.ShouldBe("[weekly] 2 workspaces: 2 drift");
        mail.Text.ShouldContain("Runs in the week: 5 passed, 1 drift\n");
        mail.Text.ShouldContain(
            $"Mail of run {other.Id}: Sent at {sent.At}, but not to every receiver: "
                + "The mail server refused 1 of 2 receivers (550).\n"
        );
        mail.Text.ShouldContain(
            $"Mail of run {drift.Id}: Not sent, given up after 1 attempt: The password was refused.\n"
        );
    }

    [Fact]
    public async Task A_damaged_workspace_is_told_and_takes_no_other_with_it()
    {
        await DigestAsync();
        await _home.Stores.Runs.AppendAsync(SomeRun.Of(Verdict.Passed, 1), default);
        await _other.Stores.Runs.AppendAsync(SomeRun.Of(Verdict.Passed, 1), default);
        foreach (var file in Directory.GetFiles(Path.Combine(_other.Folder, "runs")))
        {
            await File.WriteAllTextAsync(file, "{");
        }

        _home.Time.Now = SomeRun.At(7);
        (await DigestAsync())!.Subject.ShouldBe("[weekly] 2 workspaces: 1 damaged, 1 passed");
    }

    private Task<OutgoingMail?> DigestAsync() =>
        new SendDigest(
            _ => Task.FromResult<ImmutableArray<DigestSource>>([Source("Home", _home), Source("Other", _other)]),
            _home.Store,
            _home.Time
        ).IfDueAsync(SendDigest.Weekly, default);

    private static DigestSource Source(string name, NewsStory story) =>
        new(name, story.Stores.Runs, story.Stores.Baselines, story.Store);
}
