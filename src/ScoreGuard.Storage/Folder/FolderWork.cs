using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Runs.Queued;

namespace ScoreGuard.Storage.Folder;

/// <summary>A step that nobody else can take until it is completed, given back, or its process ends.</summary>
public sealed class FolderWork : IDisposable
{
    private readonly FileStream _gate;
    private readonly string _file;
    private readonly Func<TimeSpan, string> _later;

    internal FolderWork(
        WorkItem item,
        (DateTimeOffset DueAt, int Attempt) delivery,
        FileStream gate,
        string file,
        Func<TimeSpan, string> later
    )
    {
        Item = item;
        (DueAt, Attempt) = delivery;
        _gate = gate;
        _file = file;
        _later = later;
    }

    public WorkItem Item { get; }

    /// <summary>Since when it could be taken.</summary>
    public DateTimeOffset DueAt { get; }

    /// <summary>From 1.</summary>
    public int Attempt { get; }

    /// <summary>It is done and comes no more.</summary>
    /// <exception cref="StorageFault">It may come again.</exception>
    public void Complete()
    {
        using (_gate)
        {
            StoreFolder.Guard<object?>(
                "remove",
                _file,
                () =>
                {
                    File.Delete(_file);
                    return null;
                }
            );
        }
    }

    /// <summary>It comes again after a while.</summary>
    /// <exception cref="StorageFault">It comes again, at once.</exception>
    public void Abandon(TimeSpan delay)
    {
        using (_gate)
        {
            FolderWorkQueue.Move(_file, _later(delay));
        }
    }

    /// <summary>As if the process ended: it can be taken again at once.</summary>
    public void Dispose() => _gate.Dispose();
}
