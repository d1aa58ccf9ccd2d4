using System.Collections.Immutable;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Storage.Azure;

/// <summary>The workspaces in the container of workspaces, one a prefix.</summary>
public sealed class AzureWorkspaceCatalog(AzureConnection connection) : IWorkspaceCatalog
{
    private readonly BlobContainerClient _container = connection.Blobs.GetBlobContainerClient(
        AzureWorkspaceFiles.ContainerName
    );

    public Task<ImmutableArray<WorkspaceName>> ListAsync(CancellationToken cancellationToken) =>
        AzureGuard.TryAsync(
            "list",
            AzureWorkspaceFiles.ContainerName,
            () => NamesAsync(cancellationToken),
            cancellationToken
        );

    private async Task<ImmutableArray<WorkspaceName>> NamesAsync(CancellationToken cancellationToken)
    {
        var names = ImmutableArray.CreateBuilder<WorkspaceName>();
        try
        {
            var prefixes = _container.GetBlobsByHierarchyAsync(
                BlobTraits.None,
                BlobStates.None,
                "/",
                cancellationToken: cancellationToken
            );
            await foreach (var item in prefixes)
            {
                if (
                    item.IsPrefix
                    && WorkspaceName.TryParse(item.Prefix.TrimEnd('/'), out var name)
                    && await _container.GetBlobClient(item.Prefix + Workspace.FileName).ExistsAsync(cancellationToken)
                )
                {
                    names.Add(name);
                }
            }
        }
        catch (RequestFailedException none) when (none.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            names.Clear();
        }

        return names.DrainToImmutable();
    }
}
