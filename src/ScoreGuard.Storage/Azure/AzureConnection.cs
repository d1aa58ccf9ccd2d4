using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Storage.Azure.Tables;

namespace ScoreGuard.Storage.Azure;

/// <summary>The services of one storage account.</summary>
public sealed class AzureConnection(BlobServiceClient blobs, QueueServiceClient queues, TableServiceClient tables)
{
    /// <summary>The setting, and what its parts begin with, as the Functions host reads them.</summary>
    public const string Setting = "SCOREGUARD_STORAGE";

    /// <summary>The queue of steps.</summary>
    public const string WorkQueueName = "scoreguard-work";

    public BlobServiceClient Blobs { get; } = blobs;

    public QueueServiceClient Queues { get; } = queues;

    public TableServiceClient Tables { get; } = tables;

    public IWorkQueue WorkQueue => new AzureWorkQueue(Queues.GetQueueClient(WorkQueueName));

    /// <summary>Makes the queue of steps where it is missing.</summary>
    /// <exception cref="Domain.Faults.StorageFault">The account cannot be reached, or refuses.</exception>
    public Task PrepareAsync(CancellationToken cancellationToken) =>
        AzureGuard.TryAsync(
            "make the queue",
            WorkQueueName,
            () => Queues.GetQueueClient(WorkQueueName).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            cancellationToken
        );

    /// <summary>Whether steps can be sent: asks the queue what it holds, and changes nothing.</summary>
    /// <exception cref="Domain.Faults.StorageFault">The account cannot be reached, or refuses, or the queue is missing.</exception>
    public Task CheckQueueAsync(CancellationToken cancellationToken) =>
        AzureGuard.TryAsync(
            "ask the queue",
            WorkQueueName,
            () => Queues.GetQueueClient(WorkQueueName).GetPropertiesAsync(cancellationToken),
            cancellationToken
        );

    /// <summary>A connection string, or the address of an account and an identity.</summary>
    /// <param name="setting">The value of a setting by name, null where it is not set.</param>
    public static Parsed<AzureConnection> From(Func<string, string?> setting)
    {
        var settings = new ConnectionSettings(setting);
        try
        {
            return settings.ConnectionString is { } text ? Ok(FromConnectionString(text))
                : settings.HasIdentity ? Ok(FromIdentity(settings))
                : Refused("it is not set; set it to a connection string, or set `__accountName` to use an identity.");
        }
        catch (FormatException wrong)
        {
            return Refused($"it cannot be read. {wrong.Message}");
        }
        catch (Exception wrong)
            when (wrong is ArgumentException or IndexOutOfRangeException or InvalidOperationException)
        {
            // Said without the words of others, which may repeat the secret.
            return Refused("it cannot be read as a connection string.");
        }
    }

    /// <summary>For a connection string that is known to be right.</summary>
    /// <param name="tables">Policies and retries of the Table service.</param>
    public static AzureConnection FromConnectionString(string text, TableClientOptions? tables = null) =>
        new(new(text), new(text, QueueOptions()), new(text, tables));

    private static AzureConnection FromIdentity(ConnectionSettings settings)
    {
        TokenCredential credential = settings.IsManagedIdentity
            ? new ManagedIdentityCredential(
                settings.ClientId is { } id
                    ? ManagedIdentityId.FromUserAssignedClientId(id)
                    : ManagedIdentityId.SystemAssigned
            )
            : new DefaultAzureCredential(
                new DefaultAzureCredentialOptions { ManagedIdentityClientId = settings.ClientId }
            );
        return new(
            new(settings.Service("blob"), credential),
            new(settings.Service("queue"), credential, QueueOptions()),
            new(settings.Service("table"), credential)
        );
    }

    /// <summary>Base64 is what the Functions host reads unless it is told otherwise.</summary>
    private static QueueClientOptions QueueOptions() => new() { MessageEncoding = QueueMessageEncoding.Base64 };

    private static Parsed<AzureConnection> Ok(AzureConnection connection) =>
        new Parsed<AzureConnection>.Ok(connection, []);

    private static Parsed<AzureConnection> Refused(string message) =>
        new Parsed<AzureConnection>.Refused([
            new(StoreCodes.Connection.Code, Severity.Error, Setting, null, "", message),
        ]);
}
