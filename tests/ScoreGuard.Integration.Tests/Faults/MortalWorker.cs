using System.Diagnostics;

namespace ScoreGuard.Integration.Tests.Faults;

/// <summary>A worker in a process of its own that is killed now and then, and started again.</summary>
internal sealed class MortalWorker(string storage, Random random) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _living = Task.CompletedTask;
    private Process? _process;

    /// <summary>How often it was killed.</summary>
    public int Deaths { get; private set; }

    public void Start() => _living = Task.Run(LiveAsync);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _living;
        Kill();
        _stop.Dispose();
    }

    private async Task LiveAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            _process = Launch();
            var life = TimeSpan.FromSeconds(3 + (random.NextDouble() * 12));
            await Task.Delay(life, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_stop.IsCancellationRequested)
            {
                Deaths++;
                Kill();
            }
        }
    }

    private Process Launch()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "scoreguard-functions.dll"));
        start.ArgumentList.Add("--standalone");
        start.Environment["SCOREGUARD_STORAGE"] = storage;
        start.Environment["SCOREGUARD_OPERATE_KEY"] = "a-key-that-nobody-uses-here";
        start.Environment["SCOREGUARD_LISTEN_URL"] = "http://127.0.0.1:0";
        var process = Process.Start(start)!;
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        return process;
    }

    private void Kill()
    {
        if (_process is { } process)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
            _process = null;
        }
    }
}
