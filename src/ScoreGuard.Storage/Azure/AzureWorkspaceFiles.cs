using System.Collections.Frozen;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Storage.Azure;

/// <summary>
/// A workspace's files from blobs, as they were when this was opened: small ones are held, long ones are read when they are
/// asked for, and refused if they changed in between.
/// </summary>
public sealed class AzureWorkspaceFiles : IWorkspaceFiles
{
    /// <summary>The container: <c>workspaces/NAME/scoreguard.yaml</c>.</summary>
    public const string ContainerName = "workspaces";

    private const long HeldBytes = 5 * 1024 * 1024;
    private const int MostFiles = 1000;

    private readonly BlobContainerClient _container;
    private readonly string _prefix;
    private readonly FrozenDictionary<string, StoredFile> _files;

    private AzureWorkspaceFiles(BlobContainerClient container, string prefix, Dictionary<string, StoredFile> files)
    {
        _container = container;
        _prefix = prefix;
        _files = files.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <param name="earlier">The same workspace as it was opened before: what did not change since is taken from it.</param>
    /// <exception cref="StorageFault">The account cannot be reached, or refuses.</exception>
    public static async Task<AzureWorkspaceFiles> OpenAsync(
        AzureConnection connection,
        WorkspaceName workspace,
        AzureWorkspaceFiles? earlier,
        CancellationToken cancellationToken
    )
    {
        var container = connection.Blobs.GetBlobContainerClient(ContainerName);
        var prefix = workspace.Value + "/";
        var files = await AzureGuard.TryAsync(
            "read",
            $"{ContainerName}/{prefix}",
            () => SnapshotAsync(container, prefix, earlier?._files, cancellationToken),
            cancellationToken
        );
        return new(container, prefix, files);
    }

    public string DisplayName(string path) => $"{ContainerName}/{_prefix}{path}";

    public byte[]? Find(string path)
    {
        if (FindFile(path) is not { } file)
        {
            return null;
        }

        return file.Content?.ToArray()
            ?? Read(
                path,
                blob =>
                    blob.DownloadContent(new BlobDownloadOptions { Conditions = file.Unchanged })
                        .Value.Content.ToArray()
            );
    }

    public Stream? FindStream(string path)
    {
        if (FindFile(path) is not { } file)
        {
            return null;
        }

        return file.Content?.ToStream()
            ?? Read(
                path,
                blob =>
                    blob.OpenRead(new BlobOpenReadOptions(allowModifications: false) { Conditions = file.Unchanged })
            );
    }

    private static async Task<Dictionary<string, StoredFile>> SnapshotAsync(
        BlobContainerClient container,
        string prefix,
        FrozenDictionary<string, StoredFile>? earlier,
        CancellationToken cancellationToken
    )
    {
        var files = new Dictionary<string, StoredFile>(StringComparer.Ordinal);
        try
        {
            await foreach (
                var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken)
            )
            {
                var path = blob.Name[prefix.Length..];
                var known = earlier?.GetValueOrDefault(path);
                files.Add(
                    path,
                    known is not null && known.State == blob.Properties.ETag
                        ? known
                        : await HoldAsync(container, blob, cancellationToken)
                );
                if (files.Count > MostFiles)
                {
                    throw new StorageFault(
                        "read",
                        $"{ContainerName}/{prefix}",
                        new IOException($"it has more than {MostFiles} files")
                    );
                }
            }
        }
        catch (RequestFailedException none) when (none.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            files.Clear();
        }

        return files;
    }

    private static async Task<StoredFile> HoldAsync(
        BlobContainerClient container,
        BlobItem blob,
        CancellationToken cancellationToken
    )
    {
        var listed = new StoredFile(null, blob.Properties.ETag);
        if (blob.Properties.ContentLength > HeldBytes || blob.Name.EndsWith(".jsonl", StringComparison.Ordinal))
        {
            return listed;
        }

        var content = await container
            .GetBlobClient(blob.Name)
            .DownloadContentAsync(new BlobDownloadOptions { Conditions = listed.Unchanged }, cancellationToken);
        return listed with { Content = content.Value.Content };
    }

    private StoredFile? FindFile(string path) => _files.GetValueOrDefault(BlobPath(path));

    /// <summary>As blobs are named; what leads out of the workspace is no blob's name.</summary>
    private static string BlobPath(string path)
    {
        var slashed = path.Replace('\\', '/');
        return slashed.StartsWith("./", StringComparison.Ordinal) ? slashed[2..] : slashed;
    }

    private T Read<T>(string path, Func<BlobClient, T> read)
    {
        try
        {
            return read(_container.GetBlobClient(_prefix + BlobPath(path)));
        }
        catch (Exception refused) when (refused is RequestFailedException or IOException or AggregateException)
        {
            throw AzureGuard.Fault("read", DisplayName(path), refused);
        }
    }

    /// <param name="Content">Null: too long to be held.</param>
    /// <param name="State">As it was listed.</param>
    private sealed record StoredFile(BinaryData? Content, ETag? State)
    {
        public BlobRequestConditions Unchanged => new() { IfMatch = State };
    }
}
