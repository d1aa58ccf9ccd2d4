using Azure;
using Azure.Storage.Blobs;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Storage.Azure;

/// <summary><c>WORKSPACE/reports/RUN/report.html</c> and its like.</summary>
internal sealed class AzureRunFiles(BlobContainerClient container, string workspace) : IRunFiles
{
    public Task SaveAsync(string run, string name, Stream content, CancellationToken cancellationToken)
    {
        var blob = BlobOf(run, name);
        return AzureGuard.TryAsync(
            "write",
            $"{container.Name}/{blob.Name}",
            () => blob.UploadAsync(content, overwrite: true, cancellationToken),
            cancellationToken
        );
    }

    public Task<Stream?> FindAsync(string run, string name, CancellationToken cancellationToken)
    {
        var blob = BlobOf(run, name);
        return AzureGuard.TryAsync(
            "read",
            $"{container.Name}/{blob.Name}",
            async () =>
            {
                try
                {
                    return await blob.OpenReadAsync(cancellationToken: cancellationToken);
                }
                catch (RequestFailedException none) when (StoreContainer.IsAbsence(none))
                {
                    return (Stream?)null;
                }
            },
            cancellationToken
        );
    }

    private BlobClient BlobOf(string run, string name) =>
        RunId.IsRunId(run) && IsFileName(name)
            ? container.GetBlobClient($"{workspace}/reports/{run}/{name}")
            : throw new ArgumentException($"'{run}/{name}' is no file of a run.", nameof(name));

    private static bool IsFileName(string name) =>
        name.Length is > 0 and < 100
        && char.IsAsciiLetterOrDigit(name[0])
        && name.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '.' or '-');
}
