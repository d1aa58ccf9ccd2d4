using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Functions.Hosting;
using ScoreGuard.Functions.Work;
using ScoreGuard.Storage.Azure;
using ScoreGuard.Storage.Folder;

namespace ScoreGuard.Functions.Composition;

/// <summary>Chooses where everything is kept: a storage account where one is set, else folders.</summary>
internal static class Storing
{
    /// <param name="find">A setting by its name in the environment.</param>
    /// <exception cref="SettingsException">The account cannot be reached the way the settings say.</exception>
    public static void Add(
        IServiceCollection services,
        HostSettings settings,
        TimeProvider time,
        Func<string, string?> find
    )
    {
        if (!settings.HasStorageAccount)
        {
            services.AddSingleton<IWorkspaces>(new FolderWorkspaces(settings.WorkspacesFolder, time));
            var queue = new FolderWorkQueue(Path.Combine(settings.WorkspacesFolder, FolderWorkQueue.FolderName), time);
            services.AddSingleton<IWorkQueue>(queue);
            services.AddSingleton<IWorkSource>(new FolderWorkSource(queue));
            services.AddSingleton(new QueueCheck(_ => Task.FromResult(queue.Count())));
            return;
        }

        switch (AzureConnection.From(find))
        {
            case Parsed<AzureConnection>.Ok { Value: var connection }:
                services.AddSingleton(connection);
                services.AddSingleton<IWorkspaces, AzureWorkspaces>();
                services.AddSingleton(connection.WorkQueue);
                services.AddSingleton(new QueueCheck(connection.CheckQueueAsync));
                services.AddHostedService<Preparing>();
                services.AddSingleton<IWorkSource, AzureWorkSource>();
                break;
            case Parsed<AzureConnection>.Refused refused:
                throw SettingsException.Of(refused.Diagnostics);
        }
    }
}
