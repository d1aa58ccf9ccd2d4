using ScoreGuard.Testing;

namespace ScoreGuard.Application.Tests.SeededDefects;

/// <summary>Each sample with an approved baseline, made once for all tests of a class.</summary>
public sealed class GuardedSamples : IAsyncLifetime
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("scoreguard-samples-");
    private readonly Dictionary<string, SampleWorkspace> guarded = new(StringComparer.Ordinal);
    private int copies;

    public async ValueTask InitializeAsync()
    {
        foreach (var sample in SampleFiles.Names)
        {
            guarded[sample] = await SampleWorkspace.GuardedAsync(
                sample,
                Path.Combine(root.FullName, sample),
                TestContext.Current.CancellationToken
            );
        }
    }

    public ValueTask DisposeAsync()
    {
        root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A workspace that a test may edit.</summary>
    internal SampleWorkspace Copy(string sample) =>
        guarded[sample].CopyTo(Path.Combine(root.FullName, $"{sample}-{Interlocked.Increment(ref copies)}"));
}
