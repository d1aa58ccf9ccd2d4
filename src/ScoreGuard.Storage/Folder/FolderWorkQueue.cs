using System.Globalization;
using System.Security.Cryptography;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Runs.Queued;

namespace ScoreGuard.Storage.Folder;

/// <summary>
/// Steps as files <c>DUE-ATTEMPTS-ID.step</c>, for the processes of one machine. They outlive whoever sent them. Whoever takes
/// one holds its lock, which opens when that process ends, however it ends: the step can then be taken at once.
/// </summary>
public sealed class FolderWorkQueue(string path, TimeProvider time) : IWorkQueue
{
    /// <summary>The folder's usual name, beside the workspaces.</summary>
    public const string FolderName = ".queue";

    private const string End = ".step";

    /// <summary>How soon a step is seen that another process sent, or whose time has come.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly StoreFolder _folder = new(path);
    private TaskCompletionSource _sent = NewSignal();

    public Task SendAsync(WorkItem item, CancellationToken cancellationToken, TimeSpan after = default)
    {
        StoreFolder.WriteBytes(
            PathOf(Later(after), 0, RandomNumberGenerator.GetHexString(24, true)),
            WorkMessage.Write(item)
        );
        Interlocked.Exchange(ref _sent, NewSignal()).TrySetResult();
        return Task.CompletedTask;
    }

    /// <summary>Waits for the next step that is due.</summary>
    /// <exception cref="StorageFault">The folder cannot be read or written.</exception>
    public async Task<FolderWork> ReceiveAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // Taken before looking: a step sent in between is no longer waited for.
            var sent = Volatile.Read(ref _sent);
            if (TryReceive() is { } work)
            {
                return work;
            }

            await sent
                .Task.WaitAsync(Poll, time, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The step that is due for the longest time and that nobody has; null where there is none.</summary>
    /// <exception cref="StorageFault">The folder cannot be read or written.</exception>
    public FolderWork? TryReceive()
    {
        var now = Now();
        foreach (var file in StoreFolder.List(_folder.Root, End))
        {
            if (Parse(file) is not { } name)
            {
                continue;
            }

            if (name.Due > now)
            {
                break;
            }

            if (FileGate.TryCloseExisting(file) is { } gate && Take(file, name, gate) is { } work)
            {
                return work;
            }
        }

        return null;
    }

    /// <summary>Steps that are not completed, whoever has them, due or not.</summary>
    public int Count() => StoreFolder.List(_folder.Root, End).Count;

    private FolderWork? Take(string file, StepName name, FileStream gate)
    {
        try
        {
            var bytes = new byte[gate.Length];
            gate.ReadExactly(bytes);
            if (WorkMessage.Read(bytes) is not { } item)
            {
                // Nobody's step; kept for whoever wonders.
                Move(file, file + ".unreadable");
                gate.Dispose();
                return null;
            }

            // Counted before it is tried: a step that kills its worker must not do so for ever.
            var counted = PathOf(name.Due, name.Attempts + 1, name.Id);
            Move(file, counted);
            return new(
                item,
                (DateTimeOffset.FromUnixTimeMilliseconds(name.Due), name.Attempts + 1),
                gate,
                counted,
                delay => PathOf(Later(delay), name.Attempts + 1, name.Id)
            );
        }
        catch
        {
            gate.Dispose();
            throw;
        }
    }

    internal static void Move(string from, string to) =>
        StoreFolder.Guard<object?>(
            "write",
            from,
            () =>
            {
                File.Move(from, to);
                return null;
            }
        );

    private string PathOf(long due, int attempts, string id) =>
        _folder.PathOf(string.Create(CultureInfo.InvariantCulture, $"{due:D14}-{attempts}-{id}{End}"));

    private static StepName? Parse(string file) =>
        Path.GetFileNameWithoutExtension(file).Split('-') is [var due, var attempts, var id]
        && long.TryParse(due, NumberStyles.None, CultureInfo.InvariantCulture, out var dueAt)
        && int.TryParse(attempts, NumberStyles.None, CultureInfo.InvariantCulture, out var tried)
            ? new(dueAt, tried, id)
            : null;

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private long Later(TimeSpan delay) => Now() + (long)delay.TotalMilliseconds;

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="Due">Unix milliseconds.</param>
    private readonly record struct StepName(long Due, int Attempts, string Id);
}
