using System.Text;
using Azure.Core;
using Azure.Storage.Blobs;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Storage.Azure;

namespace ScoreGuard.Storage.Tests.Azure;

public sealed class AzureWorkspaceTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Files_are_as_they_were_when_the_workspace_was_opened()
    {
        var name = await NewAsync(("scoreguard.yaml", "a: 1"), ("sub/model.yaml", "b"), ("leads.jsonl", "{}\n{}\n"));
        var files = await AzureWorkspaceFiles.OpenAsync(azurite.Connect(), name, null, default);
        await PutAsync($"{name}/scoreguard.yaml", "changed");
        Encoding.UTF8.GetString(files.Find("scoreguard.yaml")!).ShouldBe("a: 1");
        Encoding.UTF8.GetString(files.Find("./sub\\model.yaml")!).ShouldBe("b");
        using var leads = new StreamReader(files.FindStream("leads.jsonl")!);
        (await leads.ReadToEndAsync()).ShouldBe("{}\n{}\n");
        files.DisplayName("scoreguard.yaml").ShouldBe($"workspaces/{name}/scoreguard.yaml");
    }

    [Fact]
    public async Task Opening_a_workspace_again_fetches_only_what_changed()
    {
        var name = await NewAsync(("scoreguard.yaml", "a: 1"), ("model.yaml", "b"), ("old.yaml", "c"));
        var fetched = new List<string>();
        var connection = Watching(request =>
        {
            if (request.Uri.Query.Length == 0)
            {
                fetched.Add(request.Uri.Path.Split('/')[^1]);
            }
        });
        var earlier = await AzureWorkspaceFiles.OpenAsync(connection, name, null, default);
        fetched.Order(StringComparer.Ordinal).ShouldBe(["model.yaml", "old.yaml", "scoreguard.yaml"]);
        fetched.Clear();
        await PutAsync($"{name}/model.yaml", "changed");
        await PutAsync($"{name}/new.yaml", "d");
        await azurite
            .Connect()
            .Blobs.GetBlobContainerClient(AzureWorkspaceFiles.ContainerName)
            .DeleteBlobAsync($"{name}/old.yaml");
        var later = await AzureWorkspaceFiles.OpenAsync(connection, name, earlier, default);
        fetched.ShouldBe(["model.yaml", "new.yaml"]);
        Encoding.UTF8.GetString(later.Find("scoreguard.yaml")!).ShouldBe("a: 1");
        Encoding.UTF8.GetString(later.Find("model.yaml")!).ShouldBe("changed");
        Encoding.UTF8.GetString(later.Find("new.yaml")!).ShouldBe("d");
        later.Find("old.yaml").ShouldBeNull();
        Encoding.UTF8.GetString(earlier.Find("model.yaml")!).ShouldBe("b");
    }

    [Fact]
    public async Task A_long_file_that_changed_since_is_a_fault_and_no_mixture()
    {
        var name = await NewAsync(("leads.jsonl", "{}\n"));
        var files = await AzureWorkspaceFiles.OpenAsync(azurite.Connect(), name, null, default);
        await PutAsync($"{name}/leads.jsonl", "{\"a\":1}\n");
        Should.Throw<StorageFault>(() => files.Find("leads.jsonl"));
        Should.Throw<StorageFault>(() => files.FindStream("leads.jsonl")!.ReadByte());
    }

    [Theory]
    [InlineData("none.yaml")]
    [InlineData("../other/scoreguard.yaml")]
    [InlineData("..")]
    [InlineData("")]
    public async Task What_is_not_in_the_workspace_is_not_there(string path)
    {
        var name = await NewAsync(("scoreguard.yaml", "a: 1"));
        await PutAsync("other/scoreguard.yaml", "secret");
        var files = await AzureWorkspaceFiles.OpenAsync(azurite.Connect(), name, null, default);
        files.Find(path).ShouldBeNull();
        files.FindStream(path).ShouldBeNull();
    }

    [Fact]
    public async Task A_workspace_is_a_name_with_a_scoreguard_yaml()
    {
        var name = await NewAsync(("scoreguard.yaml", "a: 1"));
        var bare = await NewAsync(("model.yaml", "a: 1"));
        await PutAsync("Not-A-Name/scoreguard.yaml", "a: 1");
        var names = await new AzureWorkspaceCatalog(azurite.Connect()).ListAsync(default);
        names.ShouldContain(name);
        names.ShouldNotContain(bare);
        names.ShouldAllBe(found => found.Value.All(unit => !char.IsAsciiLetterUpper(unit)));
    }

    [Fact]
    public async Task A_step_is_sent_as_a_message_and_read_back()
    {
        var connection = azurite.Connect();
        await connection.PrepareAsync(default);
        var item = new WorkItem("eu", "20260310T090000000Z-00000001", WorkStep.Replay, 3);
        await connection.WorkQueue.SendAsync(item, default);
        var message = await connection.Queues.GetQueueClient(AzureConnection.WorkQueueName).ReceiveMessageAsync();
        WorkMessage.Read(message.Value.Body.ToMemory()).ShouldBe(item);
        message.Value.MessageText.ShouldBe(
            "{\"workspace\":\"eu\",\"run\":\"20260310T090000000Z-00000001\",\"step\":\"replay\",\"part\":3}"
        );
    }

    private AzureConnection Watching(Action<Request> sees)
    {
        var options = new BlobClientOptions();
        options.AddPolicy(
            new LossyPolicy(request =>
            {
                sees(request);
                return false;
            }),
            HttpPipelinePosition.PerCall
        );
        var plain = azurite.Connect();
        return new(new(azurite.Server.ConnectionString, options), plain.Queues, plain.Tables);
    }

    private async Task<WorkspaceName> NewAsync(params (string Path, string Text)[] files)
    {
        WorkspaceName.TryParse(AzuriteFixture.NewName(), out var name).ShouldBeTrue();
        foreach (var (path, text) in files)
        {
            await PutAsync($"{name}/{path}", text);
        }

        return name;
    }

    private async Task PutAsync(string blob, string text)
    {
        var container = azurite.Connect().Blobs.GetBlobContainerClient(AzureWorkspaceFiles.ContainerName);
        await container.CreateIfNotExistsAsync();
        await container.GetBlobClient(blob).UploadAsync(new BinaryData(text), overwrite: true);
    }
}
