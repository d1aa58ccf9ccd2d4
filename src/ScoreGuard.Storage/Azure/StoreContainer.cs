using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ScoreGuard.Storage.Azure;

/// <summary>A blob container as the stores use it: what is not there is null, what is refused is a <see cref="Domain.Faults.StorageFault"/>.</summary>
internal sealed class StoreContainer(BlobContainerClient container)
{
    public string NameOf(string blob) => $"{container.Name}/{blob}";

    /// <summary>The blob whole, or null where there is none.</summary>
    public Task<BinaryData?> FindAsync(string blob, CancellationToken cancellationToken) =>
        AzureGuard.TryAsync(
            "read",
            NameOf(blob),
            async () =>
            {
                try
                {
                    var answer = await container.GetBlobClient(blob).DownloadContentAsync(cancellationToken);
                    return answer.Value.Content;
                }
                catch (RequestFailedException none) when (IsAbsence(none))
                {
                    return (BinaryData?)null;
                }
            },
            cancellationToken
        );

    public Task<bool> ExistsAsync(string blob, CancellationToken cancellationToken) =>
        AzureGuard.TryAsync(
            "read",
            NameOf(blob),
            async () => (await container.GetBlobClient(blob).ExistsAsync(cancellationToken)).Value,
            cancellationToken
        );

    /// <summary>Writes a blob that never changes, whole or not at all; one that is there already stays.</summary>
    public Task AddAsync(string blob, BinaryData content, CancellationToken cancellationToken) =>
        AzureGuard.TryAsync(
            "write",
            NameOf(blob),
            async () =>
            {
                var onlyNew = new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } };
                try
                {
                    await container.GetBlobClient(blob).UploadAsync(content, onlyNew, cancellationToken);
                }
                catch (RequestFailedException exists)
                    when (exists.ErrorCode == BlobErrorCode.BlobAlreadyExists
                        || exists.ErrorCode == BlobErrorCode.ConditionNotMet
                    )
                {
                    // Its name is its content's digest: it is the same.
                }

                return true;
            },
            cancellationToken
        );

    public static bool IsAbsence(RequestFailedException refusal) =>
        refusal.ErrorCode == BlobErrorCode.BlobNotFound || refusal.ErrorCode == BlobErrorCode.ContainerNotFound;
}
