using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ScoreGuard.Functions.Tests.Host;

/// <summary>The built handler as a real process, started as the Functions host starts it.</summary>
internal sealed class HandlerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly TaskCompletionSource _outputEnded = new();
    private readonly TaskCompletionSource _errorsEnded = new();

    private HandlerProcess(ProcessStartInfo start, int port)
    {
        Port = port;
        Address = new($"http://127.0.0.1:{port}");
        _process = new() { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Take(line.Data, Output, _outputEnded);
        _process.ErrorDataReceived += (_, line) => Take(line.Data, Errors, _errorsEnded);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Port { get; }

    public Uri Address { get; }

    /// <summary>Lines of the output stream, in order.</summary>
    public ConcurrentQueue<string> Output { get; } = new();

    /// <summary>Lines of the error stream, in order.</summary>
    public ConcurrentQueue<string> Errors { get; } = new();

    public bool HasExited => _process.HasExited;

    /// <summary>Starts it for a folder of workspaces, in an environment of nothing but these settings and the host's.</summary>
    public static HandlerProcess Start(
        int port,
        string folder,
        params IEnumerable<(string Name, string Value)> settings
    ) => new(Built(port, folder, settings), port);

    /// <summary>Starts a published function app from its own folder, with nothing that would lead it to an installed .NET.</summary>
    public static HandlerProcess StartPublished(string app, int port, string folder) =>
        new(Of(Path.Combine(app, "scoreguard-functions"), app, port, folder, []), port);

    /// <summary>Starts it with these settings and the host's alone.</summary>
    public static HandlerProcess StartBare(int port, params IEnumerable<(string Name, string Value)> settings) =>
        Start(port, "", settings);

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>SIGKILL, as the host ends every handler.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Waits until it ends by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        await Task.WhenAll(_outputEnded.Task, _errorsEnded.Task).WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>Asks it to end, as a person's Ctrl-C or a container's stop does.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        return await ExitAsync();
    }

    /// <summary>Waits until so many lines of the output hold a text: a log is written a little after what it tells of.</summary>
    public async Task SaysAsync(string text, int times = 1)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (Output.Count(line => line.Contains(text, StringComparison.Ordinal)) != times)
        {
            limit.IsCancellationRequested.ShouldBeFalse($"{times} lines with {text} in\n{All()}");
            await Task.Delay(25);
        }
    }

    /// <summary>Everything that it has said, for messages and for searching.</summary>
    public string All() => string.Join('\n', Output.Concat(Errors));

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private static ProcessStartInfo Built(int port, string folder, IEnumerable<(string Name, string Value)> settings)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = Of(dotnet, AppContext.BaseDirectory, port, folder, settings);
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "scoreguard-functions.dll"));
        Keep(start, "PATH");
        Keep(start, "DOTNET_ROOT");
        return start;
    }

    private static ProcessStartInfo Of(
        string program,
        string workingFolder,
        int port,
        string folder,
        IEnumerable<(string Name, string Value)> settings
    )
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingFolder,
        };
        start.Environment.Clear();
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["FUNCTIONS_HTTPWORKER_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = "5afa22b0-522d-4771-8a0c-b9802e4a1d4b";
        start.Environment["FUNCTIONS_WORKER_RUNTIME"] = "custom";
        start.Environment["FUNCTIONS_APP_ROOT_PATH"] = workingFolder;
        // Images of hosts set it for the host itself, and the handler inherits it.
        start.Environment["ASPNETCORE_URLS"] = "http://+:80";
        start.Environment["SCOREGUARD_WORKSPACES"] = folder;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static void Keep(ProcessStartInfo start, string name)
    {
        if (Environment.GetEnvironmentVariable(name) is { } value)
        {
            start.Environment[name] = value;
        }
    }

    private static void Take(string? line, ConcurrentQueue<string> lines, TaskCompletionSource ended)
    {
        if (line is null)
        {
            ended.TrySetResult();
        }
        else
        {
            lines.Enqueue(line);
        }
    }
}
