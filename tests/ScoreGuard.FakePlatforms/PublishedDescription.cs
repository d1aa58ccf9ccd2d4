using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ScoreGuard.Testing;

namespace ScoreGuard.FakePlatforms;

/// <summary>
/// A published API description at work: Prism stands between a client of ours and a fake platform, and answers 422 or 500 with
/// what is wrong when a request or an answer breaks the description.
/// </summary>
public sealed class PublishedDescription : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _drained;

    private PublishedDescription(Process process, Uri url)
    {
        _process = process;
        _drained = Task.WhenAll(
            process.StandardOutput.BaseStream.CopyToAsync(Stream.Null),
            process.StandardError.BaseStream.CopyToAsync(Stream.Null)
        );
        Url = url;
    }

    /// <summary>Where a client of ours sends what is meant for the platform.</summary>
    public Uri Url { get; }

    /// <summary>The description's file under <c>shared/specs</c> beside the checkout; null where it is not there, as on a machine that has the project alone.</summary>
    public static string? Find(string file)
    {
        // A working tree may stand one folder deeper than the checkout that it belongs to.
        return ((string[])["../../shared/specs", "../../../shared/specs"])
            .Select(folder => Path.GetFullPath(Path.Combine(SampleFiles.Folder(""), folder, file)))
            .FirstOrDefault(File.Exists);
    }

    /// <param name="description">From <see cref="Find"/>.</param>
    /// <param name="platform">The fake platform behind it.</param>
    /// <exception cref="InvalidOperationException">It did not start; the message says what it printed.</exception>
    public static async Task<PublishedDescription> StandBeforeAsync(string description, Uri platform)
    {
        var folder = Path.GetFullPath(Path.Combine(SampleFiles.Folder(""), "../tests/tools/prism"));
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            throw new InvalidOperationException($"Prism is not installed; run `npm ci` in {folder}.");
        }

        var port = FreePort();
        var start = new ProcessStartInfo("node")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            Path.Combine(folder, "start.js"),
            "proxy",
            description,
            platform.AbsoluteUri.TrimEnd('/'),
            "--errors",
            "--host",
            "127.0.0.1",
            "--port",
            $"{port}",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        var printed = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            printed.Add(line);
            if (line.Contains("Prism is listening", StringComparison.Ordinal))
            {
                return new(process, new($"http://127.0.0.1:{port}/"));
            }
        }

        printed.Add(await process.StandardError.ReadToEndAsync());
        throw new InvalidOperationException($"Prism did not start:\n{string.Join('\n', printed)}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        await _drained;
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
