using System.Diagnostics;
using System.Globalization;

namespace ScoreGuard.Storage.Folder;

/// <summary>Names of files that are being written: they tell by which process, so that a killed one's can be swept.</summary>
internal static class TemporaryName
{
    public const string End = ".tmp";

    private static readonly DateTime Started = StartOf(Process.GetCurrentProcess()) ?? DateTime.MinValue;

    private static int _last;

    public static string Next() => $"{Environment.ProcessId}-{Interlocked.Increment(ref _last)}{End}";

    /// <summary>Whether the process that made it may still be writing: it lives, and lived when the file was made.</summary>
    public static bool IsBeingWritten(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var own = name[(name.LastIndexOf('.') + 1)..].Split('-')[0];
        if (!int.TryParse(own, NumberStyles.None, CultureInfo.InvariantCulture, out var process))
        {
            return false;
        }

        // Containers give every process the same number: what is older than this process is another one's.
        var started = process == Environment.ProcessId ? Started : StartOf(process);
        return started is { } since && File.GetLastWriteTimeUtc(path) >= since.AddSeconds(-1);
    }

    private static DateTime? StartOf(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return StartOf(process);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static DateTime? StartOf(Process process)
    {
        try
        {
            return process.StartTime.ToUniversalTime();
        }
        catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
