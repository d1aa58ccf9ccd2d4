using ScoreGuard.Domain.Faults;
using ScoreGuard.Storage.Folder;

namespace ScoreGuard.Storage.Tests.Folder;

public sealed class FolderWorkspaceCatalogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_workspace_is_a_name_with_a_scoreguard_yaml()
    {
        foreach (
            var path in (string[])
                ["us/scoreguard.yaml", "eu/scoreguard.yaml", "bare/model.yaml", "No Name/scoreguard.yaml"]
        )
        {
            var full = Path.Combine(_folder.Path, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            await File.WriteAllTextAsync(full, "");
        }

        var names = await new FolderWorkspaceCatalog(_folder.Path).ListAsync(default);
        names.Select(name => name.Value).ShouldBe(["eu", "us"]);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_a_fault() =>
        await Should.ThrowAsync<StorageFault>(() =>
            new FolderWorkspaceCatalog(Path.Combine(_folder.Path, "none")).ListAsync(default)
        );
}
