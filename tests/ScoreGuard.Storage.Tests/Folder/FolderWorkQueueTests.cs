using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Storage.Folder;

namespace ScoreGuard.Storage.Tests.Folder;

public sealed class FolderWorkQueueTests : IDisposable
{
    private static readonly WorkItem Step = new("gitlab", "20260310T090000123Z-1a2b3c4d", WorkStep.Replay, 3);

    private readonly TemporaryFolder _folder = new();
    private readonly Hands _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_step_is_received_as_it_was_sent_by_another_process()
    {
        await Open().SendAsync(Step, default);
        using var work = Open().TryReceive().ShouldNotBeNull();
        work.Item.ShouldBe(Step);
        work.Attempt.ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_has_a_step_has_it_alone()
    {
        await Open().SendAsync(Step, default);
        using var work = Open().TryReceive().ShouldNotBeNull();
        Open().TryReceive().ShouldBeNull();
        Open().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_step_whose_worker_ended_is_received_at_once_and_the_attempt_counts()
    {
        await Open().SendAsync(Step, default);
        Open().TryReceive().ShouldNotBeNull().Dispose();
        using var again = Open().TryReceive().ShouldNotBeNull();
        again.Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task A_completed_step_comes_no_more()
    {
        await Open().SendAsync(Step, default);
        Open().TryReceive().ShouldNotBeNull().Complete();
        Open().TryReceive().ShouldBeNull();
        Open().Count().ShouldBe(0);
    }

    [Fact]
    public async Task A_step_that_was_given_back_comes_again_when_its_time_has_come()
    {
        await Open().SendAsync(Step, default);
        Open().TryReceive().ShouldNotBeNull().Abandon(TimeSpan.FromSeconds(5));
        Open().TryReceive().ShouldBeNull();
        _time.Now = _time.Now.AddSeconds(5);
        using var again = Open().TryReceive().ShouldNotBeNull();
        again.Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task Steps_come_in_the_order_in_which_they_are_due()
    {
        for (var part = 0; part < 12; part++)
        {
            await Open().SendAsync(Step with { Part = part }, default);
            _time.Now = _time.Now.AddMilliseconds(1);
        }

        var parts = new List<int>();
        while (Open().TryReceive() is { } work)
        {
            parts.Add(work.Item.Part);
            work.Complete();
        }

        parts.ShouldBe(Enumerable.Range(0, 12));
    }

    [Fact]
    public async Task A_step_sent_by_the_same_process_ends_the_wait_for_it()
    {
        var queue = new FolderWorkQueue(_folder.Path, TimeProvider.System);
        var received = queue.ReceiveAsync(default);
        await queue.SendAsync(Step, default);
        using var work = await received;
        work.Item.ShouldBe(Step);
    }

    [Fact]
    public async Task Many_workers_receive_every_step_once()
    {
        const int Steps = 200;
        for (var part = 0; part < Steps; part++)
        {
            await Open().SendAsync(Step with { Part = part }, default);
        }

        var workers = Enumerable
            .Range(0, 8)
            .Select(_ =>
                Task.Run(() =>
                {
                    var taken = new List<int>();
                    while (Open() is { } queue && queue.Count() > 0)
                    {
                        if (queue.TryReceive() is { } work)
                        {
                            taken.Add(work.Item.Part);
                            work.Complete();
                        }
                    }

                    return taken;
                })
            );
        (await Task.WhenAll(workers)).SelectMany(taken => taken).Order().ShouldBe(Enumerable.Range(0, Steps));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("""{"workspace":"../etc","run":"20260310T090000123Z-1a2b3c4d","step":"start","part":0}""")]
    public async Task What_is_no_step_is_set_aside_and_stops_nobody(string text)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "00000000000001-0-abc.step"), text);
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "notes.step"), "by hand");
        await Open().SendAsync(Step, default);
        using var work = Open().TryReceive().ShouldNotBeNull();
        work.Item.ShouldBe(Step);
        File.Exists(Path.Combine(_folder.Path, "00000000000001-0-abc.step.unreadable")).ShouldBeTrue();
    }

    private FolderWorkQueue Open() => new(_folder.Path, _time);

    /// <summary>A clock that somebody moves by hand.</summary>
    private sealed class Hands : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
