using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Azure.Storage.Queues;
using ScoreGuard.Storage.Azure;
using ScoreGuard.Testing.Azurite;

namespace ScoreGuard.Functions.Tests.Ui;

public sealed class HealthTests
{
    [Fact]
    public async Task Everything_is_checked_where_there_is_a_workspace()
    {
        await using var app = await ServedApp.WaitingAsync();

        (await ChecksAsync(app)).ShouldBe((HttpStatusCode.OK, "workspaces ok, runs ok, tickets ok, queue ok"));
    }

    [Fact]
    public async Task Nothing_is_called_well_that_was_not_looked_at()
    {
        await using var app = await ServedApp.WaitingAsync(_ => { });

        (await ChecksAsync(app)).ShouldBe(
            (HttpStatusCode.OK, "workspaces ok, runs not checked, tickets not checked, queue ok")
        );
    }

    [Fact]
    public async Task Without_its_queue_the_app_is_not_well()
    {
        await using var azurite = await AzuriteServer.StartAsync();
        await using var app = await ServedApp.OnAccountAsync(azurite.ConnectionString);
        var queue = new QueueServiceClient(azurite.ConnectionString).GetQueueClient(AzureConnection.WorkQueueName);
        await queue.CreateIfNotExistsAsync();
        (await ChecksAsync(app)).Checks.ShouldEndWith("queue ok");

        await queue.DeleteAsync();

        (await ChecksAsync(app)).ShouldBe(
            (HttpStatusCode.ServiceUnavailable, "workspaces ok, runs not checked, tickets not checked, queue failing")
        );
    }

    [Fact]
    public async Task A_store_that_gives_no_answer_does_not_keep_anybody_waiting_and_nothing_of_it_is_told()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var address = $"http://{silent.LocalEndpoint}/account";
        await using var app = await ServedApp.OnAccountAsync(
            $"AccountName={AzuriteServer.Account};AccountKey={AzuriteServer.Key};BlobEndpoint={address};QueueEndpoint={address};TableEndpoint={address}"
        );
        var began = Stopwatch.GetTimestamp();

        (await ChecksAsync(app)).ShouldBe(
            (
                HttpStatusCode.ServiceUnavailable,
                "workspaces failing, runs not checked, tickets not checked, queue failing"
            )
        );

        Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static async Task<(HttpStatusCode Status, string Checks)> ChecksAsync(ServedApp app)
    {
        var (status, health) = await app.AskAsync(HttpMethod.Get, "/api/health", key: null);
        health.EnumerateObject().Select(member => member.Name).ShouldBe(["status", "checks"]);
        health.GetProperty("status").GetString().ShouldBe(status == HttpStatusCode.OK ? "ok" : "failing");
        return (status, string.Join(", ", health.GetProperty("checks").EnumerateArray().Select(Told)));
    }

    private static string Told(JsonElement check)
    {
        check.EnumerateObject().Count().ShouldBe(2);
        return $"{check.GetProperty("name").GetString()} {check.GetProperty("status").GetString()}";
    }
}
