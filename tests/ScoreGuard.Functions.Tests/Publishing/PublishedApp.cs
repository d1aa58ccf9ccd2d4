using System.Diagnostics;
using ScoreGuard.Functions.Tests.Host;

namespace ScoreGuard.Functions.Tests.Publishing;

/// <summary>The function app as it is deployed: published once for all tests, which takes some minutes the first time.</summary>
public sealed class PublishedApp : IAsyncLifetime
{
    private static readonly string[] Locks = ["packages.lock.json", "packages.publish.lock.json"];

    private readonly Dictionary<string, string> _locksBefore = Read();

    public string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "published", "app");

    /// <summary>Lock files that publishing changed.</summary>
    public IEnumerable<string> ChangedLocks =>
        Read().Where(now => _locksBefore[now.Key] != now.Value).Select(now => now.Key);

    public async ValueTask InitializeAsync()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        // Kept apart from what building leaves, and kept for the next time.
        var artifacts = Path.Combine(AppContext.BaseDirectory, "published", "artifacts");
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [
                "publish",
                Repository.In("src/ScoreGuard.Functions"),
                "-c",
                "Release",
                "-o",
                Folder,
                "--artifacts-path",
                artifacts,
                "-p:RunAnalyzers=false",
                "-p:UseSharedCompilation=false",
                "-nodeReuse:false",
                "-v",
                "quiet",
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, string.Concat(said));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Dictionary<string, string> Read() =>
        Locks.ToDictionary(
            name => name,
            name => File.ReadAllText(Repository.In($"src/ScoreGuard.Functions/{name}")),
            StringComparer.Ordinal
        );
}
