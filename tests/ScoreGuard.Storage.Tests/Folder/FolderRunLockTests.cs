using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Storage.Folder;

namespace ScoreGuard.Storage.Tests.Folder;

public sealed class FolderRunLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_second_is_told_who_holds_the_lock_and_since_when()
    {
        var first = await AcquireAsync();
        var held = (
            await FolderStores.Open(_folder.Path).Lock.TryAcquireAsync("run", Some.At, default)
        ).ShouldBeOfType<RunLockResult.Held>();
        held.Holder.ShouldBe($"a run (process {Environment.ProcessId}, since {Some.At})");
        first.Handle.Dispose();
        (await AcquireAsync()).Handle.Dispose();
    }

    [Fact]
    public async Task Whoever_gets_the_lock_sweeps_what_a_killed_process_left()
    {
        var leftover = Path.Combine(_folder.Path, "shards", "ab", "x.jsonl.gz.2147483646-1.tmp");
        Directory.CreateDirectory(Path.GetDirectoryName(leftover)!);
        await File.WriteAllTextAsync(leftover, "half");
        using var handle = (await AcquireAsync()).Handle;
        File.Exists(leftover).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_a_fault_that_names_it()
    {
        var file = Path.Combine(_folder.Path, "taken");
        await File.WriteAllTextAsync(file, "");
        var stores = FolderStores.Open(Path.Combine(file, ".scoreguard"));
        var fault = await Should.ThrowAsync<StorageFault>(() => stores.Lock.TryAcquireAsync("run", Some.At, default));
        fault.Resource.ShouldStartWith(file);
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_leaves_nothing_behind()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "shards"), "not a folder");
        var lines = Some.Lines(3);
        await Should.ThrowAsync<StorageFault>(() =>
            FolderStores.Open(_folder.Path).Shards.SaveAsync(Some.Shard(lines), lines, default)
        );
        Directory.GetFileSystemEntries(_folder.Path).Length.ShouldBe(1);
    }

    private async Task<RunLockResult.Acquired> AcquireAsync() =>
        (
            await FolderStores.Open(_folder.Path).Lock.TryAcquireAsync("run", Some.At, default)
        ).ShouldBeOfType<RunLockResult.Acquired>();
}
