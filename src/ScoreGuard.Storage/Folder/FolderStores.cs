using System.Text;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Models;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Storage.Documents;

namespace ScoreGuard.Storage.Folder;

/// <summary>The store of one workspace in a folder beside it: readable for people, fit for version control.</summary>
public sealed class FolderStores
{
    /// <summary>The folder's usual name, beside <c>scoreguard.yaml</c>.</summary>
    public const string FolderName = ".scoreguard";

    private const string Format = "{ \"scoreguardStore\": 1 }\n";

    private readonly StoreFolder _folder;

    private FolderStores(StoreFolder folder)
    {
        _folder = folder;
        Shards = new FolderShardStore(folder);
        Models = new FolderModelStore(folder);
        LeadSets = new FolderLeadSetStore(folder);
        Outcomes = new FolderOutcomeSetStore(folder);
        Baselines = new FolderBaselineStore(folder);
        Runs = new FolderRunStore(folder);
        Lock = new FolderRunLock(folder);
        Documents = new FolderDocuments(folder);
        Tickets = new DocumentRunTickets(Documents);
        Notifications = new DocumentNotificationStore(Documents);
        Journal = new DocumentReplayJournal(Documents);
        Ledger = new DocumentCallLedger(Documents);
        Fidelity = new DocumentFidelityStore(Documents);
        Files = new FolderRunFiles(folder);
    }

    public IShardStore Shards { get; }

    public IModelStore Models { get; }

    public ILeadSetStore LeadSets { get; }

    public IOutcomeSetStore Outcomes { get; }

    public IBaselineStore Baselines { get; }

    public IRunStore Runs { get; }

    public INotificationStore Notifications { get; }

    public IReplayJournal Journal { get; }

    public ICallLedger Ledger { get; }

    public IFidelityStore Fidelity { get; }

    public IRunLock Lock { get; }

    internal IDocuments Documents { get; }

    public IRunTickets Tickets { get; }

    public IRunFiles Files { get; }

    /// <summary>Opens the store in <paramref name="path"/>, which need not exist until something is written.</summary>
    /// <exception cref="StoreDamage">It was written by a later version, or is no store.</exception>
    /// <exception cref="StorageFault">It cannot be read.</exception>
    public static FolderStores Open(string path)
    {
        var folder = new StoreFolder(path);
        var format = folder.PathOf("format.json");
        if (
            StoreFolder.FindBytes(format) is { } bytes
            && Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n") != Format
        )
        {
            throw StoreDamage.Of(
                StoreCodes.TooNew,
                format,
                "this store was written by another version of scoreguard; use that version, or restore the file."
            );
        }

        return new(folder);
    }

    /// <summary>Makes the folder, and what keeps version control from touching its bytes.</summary>
    public void Prepare()
    {
        WriteOnce("format.json", Format);
        WriteOnce(".gitattributes", "* -text\n*.gz binary\n");
        WriteOnce(".gitignore", "lock\n*.lock\nlock-holder.json\n*.tmp\nreports/\nwork/\n");
    }

    /// <summary>Empty files that hold what does not fit in memory; each goes away when it is closed.</summary>
    public Stream Scratch() =>
        StoreFolder.Guard(
            "write",
            _folder.Root,
            () =>
            {
                Directory.CreateDirectory(_folder.PathOf("scratch"));
                var path = _folder.PathOf("scratch", TemporaryName.Next());
                return (Stream)
                    new FileStream(
                        path,
                        FileMode.Create,
                        FileAccess.ReadWrite,
                        FileShare.None,
                        64 * 1024,
                        FileOptions.DeleteOnClose
                    );
            }
        );

    private void WriteOnce(string name, string text)
    {
        var path = _folder.PathOf(name);
        if (!StoreFolder.Exists(path))
        {
            StoreFolder.WriteBytes(path, Encoding.UTF8.GetBytes(text));
        }
    }
}
