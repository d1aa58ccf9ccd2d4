using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ScoreGuard.Testing.Azurite;

/// <summary>The storage emulator on free ports, keeping everything in memory; gone with this object or with this process.</summary>
public sealed partial class AzuriteServer : IAsyncDisposable
{
    public const string Account = "devstoreaccount1";

    /// <summary>The same for every emulator, and published.</summary>
    public const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Process _process;
    private readonly Task _drained;

    private AzuriteServer(Process process, Dictionary<string, Uri> services)
    {
        _process = process;
        // What it still prints goes nowhere; a full pipe would stop it.
        _drained = Task.WhenAll(
            process.StandardOutput.BaseStream.CopyToAsync(Stream.Null),
            process.StandardError.BaseStream.CopyToAsync(Stream.Null)
        );
        Blobs = services["Blob"];
        Queues = services["Queue"];
        Tables = services["Table"];
    }

    public Uri Blobs { get; }

    public Uri Queues { get; }

    public Uri Tables { get; }

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={Blobs};QueueEndpoint={Queues};TableEndpoint={Tables};";

    /// <exception cref="InvalidOperationException">It did not start; the message says what it printed.</exception>
    public static async Task<AzuriteServer> StartAsync()
    {
        var folder = Path.GetFullPath(Path.Combine(SampleFiles.Folder(""), "../tests/tools/azurite"));
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            throw new InvalidOperationException($"Azurite is not installed; run `npm ci` in {folder}.");
        }

        var start = new ProcessStartInfo("node")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        string[] arguments =
        [
            Path.Combine(folder, "start.js"),
            "--blobPort=0",
            "--queuePort=0",
            "--tablePort=0",
            "--inMemoryPersistence",
            "--skipApiVersionCheck",
            "--disableTelemetry",
            "--silent",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        var services = new Dictionary<string, Uri>(StringComparer.Ordinal);
        var printed = new List<string>();
        while (services.Count < 3 && await process.StandardOutput.ReadLineAsync() is { } line)
        {
            printed.Add(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                services.Add(match.Groups["service"].Value, new($"{match.Groups["url"].Value}/{Account}"));
            }
        }

        if (services.Count < 3)
        {
            printed.Add(await process.StandardError.ReadToEndAsync());
            throw new InvalidOperationException($"Azurite did not start:\n{string.Join('\n', printed)}");
        }

        return new(process, services);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        await _drained;
        _process.Dispose();
    }

    [GeneratedRegex(
        "Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<url>\\S+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Listening();
}
