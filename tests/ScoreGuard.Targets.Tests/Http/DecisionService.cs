using System.Diagnostics;
using ScoreGuard.Testing;

namespace ScoreGuard.Targets.Tests.Http;

/// <summary>The service of <c>samples/decision-service</c>, started as its page says.</summary>
internal sealed class DecisionService : IAsyncDisposable
{
    private readonly Process _process;

    private DecisionService(Process process, Uri url) => (_process, Url) = (process, url);

    public Uri Url { get; }

    /// <param name="decision">The decision file.</param>
    /// <exception cref="InvalidOperationException">It did not start; the message says what it printed.</exception>
    public static async Task<DecisionService> StartAsync(string key, string decision)
    {
        var folder = SampleFiles.Folder("decision-service");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            throw new InvalidOperationException(
                $"The service's engine is not installed; run `npm install` in {folder}."
            );
        }

        var start = new ProcessStartInfo("node")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PORT"] = "0",
                ["KEY"] = key,
                ["DECISION"] = decision,
                ["UNTIL_STDIN_ENDS"] = "1",
            },
        };
        start.ArgumentList.Add(Path.Combine(folder, "server.js"));
        var process = Process.Start(start)!;
        const string Listening = "Listening on ";
        var line = await process.StandardOutput.ReadLineAsync();
        if (line?.StartsWith(Listening, StringComparison.Ordinal) != true)
        {
            throw new InvalidOperationException(
                $"The service did not start: {line}\n{await process.StandardError.ReadToEndAsync()}"
            );
        }

        return new(process, new Uri(line[Listening.Length..]));
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
