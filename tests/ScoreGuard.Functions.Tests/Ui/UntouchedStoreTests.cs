using Azure.Storage.Blobs;
using ScoreGuard.Storage.Azure;
using ScoreGuard.Storage.Azure.Tables;
using ScoreGuard.Testing.Azurite;

namespace ScoreGuard.Functions.Tests.Ui;

/// <summary>Whoever only looks leaves nothing behind, least of all somebody without a key.</summary>
public sealed class UntouchedStoreTests
{
    private const string Run = "small.20260310T090000000Z-00000001";

    private static readonly string[] Addresses =
    [
        "/",
        "/api/health",
        "/api/openapi.json",
        "/api/runs",
        "/api/runs?workspace=small",
        $"/api/runs/{Run}",
        $"/api/runs/{Run}/report",
        $"/api/runs/{Run}/report.csv",
        "/api/baselines/small",
        "/api/ui",
        "/api/ui/sign-in",
        "/api/ui/workspaces/small",
        "/api/ui/workspaces/small?before=20260310T090000000Z-00000001",
        $"/api/ui/runs/{Run}",
    ];

    [Fact]
    public async Task No_GET_makes_anything_in_a_folder()
    {
        await using var app = await ServedApp.WaitingAsync();
        var before = Everything(app.Folder.Root);

        await GetAllAsync(app);

        Everything(app.Folder.Root).ShouldBe(before);
        (await app.AskAsync(HttpMethod.Post, "/api/runs", new { workspace = "small" })).Status.ShouldBe(
            System.Net.HttpStatusCode.Accepted
        );
        Everything(app.Folder.Root).ShouldContain(path => path.EndsWith(".scoreguard/format.json"));
    }

    [Fact]
    public async Task No_GET_makes_anything_in_a_storage_account()
    {
        await using var azurite = await AzuriteServer.StartAsync();
        var blobs = new BlobServiceClient(azurite.ConnectionString);
        var container = blobs.GetBlobContainerClient(AzureWorkspaceFiles.ContainerName);
        await container.CreateAsync();
        using var guarded = new GuardedFolder();
        guarded.Add("small");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(guarded.Root, "small")))
        {
            await container.GetBlobClient($"small/{Path.GetFileName(file)}").UploadAsync(file);
        }

        await using var app = await ServedApp.OnAccountAsync(azurite.ConnectionString);

        await GetAllAsync(app);

        (await ContainersAsync(blobs)).ShouldBe([AzureWorkspaceFiles.ContainerName]);
        (await HasTableAsync(azurite)).ShouldBeFalse();
        (await app.AskAsync(HttpMethod.Post, "/api/runs", new { workspace = "small" })).Status.ShouldBe(
            System.Net.HttpStatusCode.Accepted
        );
        (await ContainersAsync(blobs)).ShouldBe([AzureStores.ArtefactsContainer, AzureWorkspaceFiles.ContainerName]);
        (await HasTableAsync(azurite)).ShouldBeTrue();
        await GetAllAsync(app);
    }

    /// <summary>As nobody, and as somebody with a key: every answer is one that was meant.</summary>
    private static async Task GetAllAsync(ServedApp app)
    {
        foreach (var key in new[] { null, ServedApp.ReadKey, ServedApp.OperateKey })
        {
            foreach (var address in Addresses)
            {
                using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
                using var request = new HttpRequestMessage(HttpMethod.Get, app.At(address));
                if (key is not null)
                {
                    request.Headers.Add("x-functions-key", key);
                }

                using var answer = await client.SendAsync(request);
                ((int)answer.StatusCode).ShouldBeLessThan(500, $"GET {address}");
            }
        }
    }

    private static IReadOnlyList<string> Everything(string root) =>
        [
            .. Directory
                .EnumerateFileSystemEntries(root, "*", SearchOption.AllDirectories)
                .Select(path => path.Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    private static async Task<IReadOnlyList<string>> ContainersAsync(BlobServiceClient blobs)
    {
        var names = new List<string>();
        await foreach (var container in blobs.GetBlobContainersAsync())
        {
            names.Add(container.Name);
        }

        return names;
    }

    /// <summary>Whether any of the tables is there.</summary>
    private static async Task<bool> HasTableAsync(AzuriteServer azurite)
    {
        foreach (var name in (string[])["Baselines", "Leads", "Outcomes", "Runs", "Work"])
        {
            try
            {
                await new TableServiceClient(azurite.ConnectionString)
                    .GetTableClient("ScoreGuard" + name)
                    .GetEntityIfExistsAsync<TableEntity>("p", "r");
                return true;
            }
            catch (Azure.RequestFailedException none) when (none.ErrorCode == TableErrorCode.TableNotFound)
            {
                // The next one.
            }
        }

        return false;
    }
}
