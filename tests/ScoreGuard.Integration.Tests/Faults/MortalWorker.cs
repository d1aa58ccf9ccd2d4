using System.Diagnostics;

namespace ScoreGuard.Integration.Tests.Faults;

/// <summary>A worker in a process of its own that is killed now and then, and started again.</summary>
internal sealed class MortalWorker(string storage, string mails, Random random) : IAsyncDisposable
{
    private static int _lives;

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
        // A folder for each life: a mail that two of them sent lies in two folders.
        start.Environment["SCOREGUARD_MAIL"] = "pickup";
        start.Environment["SCOREGUARD_PICKUP_FOLDER"] = Directory
            .CreateDirectory(Path.Combine(mails, $"{Interlocked.Increment(ref _lives)}"))
            .FullName;
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
