using System.Text;
using Azure.Storage.Blobs;
using ScoreGuard.Application.Decisions;
using ScoreGuard.Application.Runs.Queued;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Baselines;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Functions.Composition;
using ScoreGuard.Storage.Azure;

namespace ScoreGuard.Integration.Tests.Faults;

/// <summary>A workspace in the storage emulator, asked and changed without any fault in between.</summary>
internal sealed class CloudWorkspace(AzureConnection connection, string name)
{
    private const string Model = """
        scoreguard: 1
        name: Small
        scores: { total: { rules: [ { id: click, on: click, points: 10 } ] } }
        lifecycle:
          start: Inquiry
          stages: [Inquiry, MQL]
          transitions: [ { id: mql, from: Inquiry, to: MQL, when: { score.total: '>= 30' } } ]
        """;

    private readonly AzureWorkspaces _workspaces = new(connection, TimeProvider.System);

    public async Task UploadAsync(int leads)
    {
        var text = new StringBuilder();
        for (var lead = 0; lead < leads; lead++)
        {
            var clicks = string.Join(',', Enumerable.Repeat("{\"type\":\"click\",\"at\":\"2026-01-02\"}", lead % 6));
            text.Append($"{{\"id\":\"L{lead:D6}\",\"createdAt\":\"2026-01-01\",\"activities\":[{clicks}]}}\n");
        }

        await WriteAsync("scoreguard.yaml", "scoreguard: 1\nname: Test\nleads: leads.jsonl\nasOf: 2026-02-01\n");
        await WriteAsync("leads.jsonl", text.ToString());
        await SetPointsAsync(10);
    }

    /// <summary>The live edit: 10 points is what is approved.</summary>
    public Task SetPointsAsync(int points) =>
        WriteAsync("model.yaml", Model.Replace("points: 10", $"points: {points}", StringComparison.Ordinal));

    public async Task<string> OrderAsync(string reason)
    {
        var orders = new OrderRun(_workspaces, connection.WorkQueue);
        var ordered = await orders.ExecuteAsync(new(name, reason, "test", null, null), default);
        return ordered.ShouldBeOfType<RunOrdered.Accepted>().Run;
    }

    /// <exception cref="TimeoutException">It hangs.</exception>
    public async Task<RunRecord> EndOfAsync(string run, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        var workspace = await OpenAsync();
        while (!limit.IsCancellationRequested)
        {
            // Its record is there before its ticket is gone: the run has ended with both.
            if (
                await workspace.Context.Stores.Runs.FindAsync(run, default) is { } record
                && await workspace.Tickets.FindAsync(run, default) is null
            )
            {
                return record;
            }

            await Task.Delay(200, CancellationToken.None);
        }

        var ticket = await workspace.Tickets.FindAsync(run, default);
        throw new TimeoutException($"Run {run} of {name} hangs: {ticket?.Ticket}.");
    }

    public async Task ApproveAsync(string run) =>
        (
            await new Decide((await OpenAsync()).Context).ExecuteAsync(
                new(run, DecisionKind.Accept, DecisionScope.All, [], [], "test", "start"),
                default
            )
        ).ShouldBeOfType<DecisionOutcome.Recorded>();

    public async Task<ServedWorkspace> OpenAsync() => (await _workspaces.FindAsync(name, default)).ShouldNotBeNull();

    private async Task WriteAsync(string file, string text)
    {
        BlobContainerClient container = connection.Blobs.GetBlobContainerClient(AzureWorkspaceFiles.ContainerName);
        await container.GetBlobClient($"{name}/{file}").UploadAsync(BinaryData.FromString(text), overwrite: true);
    }
}
