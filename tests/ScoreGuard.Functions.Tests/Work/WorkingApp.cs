using Microsoft.Extensions.Logging;
using ScoreGuard.Application.Notifications;
using ScoreGuard.Application.Runs.Queued;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Functions.Composition;
using ScoreGuard.Functions.Hosting;
using ScoreGuard.Functions.Tests.Ui;
using ScoreGuard.Functions.Work;
using ScoreGuard.Storage.Folder;

namespace ScoreGuard.Functions.Tests.Work;

/// <summary>What works behind the app, over real folders: whoever calls it, its clock and its mailer are the test's.</summary>
internal sealed class WorkingApp : IDisposable
{
    private readonly LoggerFactory _logs;
    private readonly FolderWorkspaces _workspaces;
    private readonly OrderRun _orders;

    public WorkingApp(TimeProvider time, params IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            Folder.Add(name);
        }

        _logs = new([Log]);
        _workspaces = new(Folder.Root, time);
        Queue = new(Path.Combine(Folder.Root, FolderWorkQueue.FolderName), time);
        _orders = new(_workspaces, Queue);
        var settings = HostSettings.Read(name => name == SettingNames.Workspaces ? Folder.Root : null);
        var news = new NewsDesk(Mailer, (_, _) => null, time);
        var mailing = new Mailing(_workspaces, news, settings, time, _logs.CreateLogger<Mailing>());
        Steps = new(new TakeStep(_workspaces, Queue, news), mailing, time, _logs.CreateLogger<StepRunner>());
        var sweep = new SweepRuns(_workspaces, Queue);
        Schedule = new(_workspaces, _orders, sweep, Steps, mailing, time, _logs.CreateLogger<Schedule>());
    }

    public GuardedFolder Folder { get; } = new();

    public HeardLog Log { get; } = new();

    public AskedMailer Mailer { get; } = new();

    public FolderWorkQueue Queue { get; }

    public StepRunner Steps { get; }

    public Schedule Schedule { get; }

    public FolderStores Store(string workspace) =>
        FolderStores.Open(Path.Combine(Folder.Root, workspace, FolderStores.FolderName));

    /// <returns>The run's id.</returns>
    public async Task<string> OrderAsync(string workspace, string reason = "test", byte[]? candidate = null) =>
        (await _orders.ExecuteAsync(new(workspace, reason, "Ann", candidate, null), default))
            .ShouldBeOfType<RunOrdered.Accepted>()
            .Run;

    /// <summary>Takes every step that waits.</summary>
    public async Task DrainAsync()
    {
        while (Queue.TryReceive() is { } work)
        {
            await Steps.RunAsync(work.Item, work.DueAt, default);
            work.Complete();
        }
    }

    /// <summary>Takes every step away.</summary>
    public void Lose()
    {
        while (Queue.TryReceive() is { } work)
        {
            work.Complete();
        }
    }

    /// <summary>Cuts a run's ticket short.</summary>
    public void DamageTicket(string workspace, string run)
    {
        var path = Path.Combine(Folder.Root, workspace, FolderStores.FolderName, "work", "tickets", run + ".json");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..20]);
    }

    /// <summary>Queues a mail of nothing in particular.</summary>
    public async Task QueueMailAsync(string workspace, int number, DateTimeOffset at)
    {
        var created = new Domain.Instant(at.ToUnixTimeMilliseconds());
        var id = RunId.Of(created, $"{number}");
        var mail = new OutgoingMail(id, MailKind.News, id, id, id, false, "Drift", "<p>Drift</p>", "Drift", created);
        (await Store(workspace).Notifications.AddAsync(mail, default)).ShouldBeTrue();
    }

    public void Dispose()
    {
        _logs.Dispose();
        Folder.Dispose();
    }
}
