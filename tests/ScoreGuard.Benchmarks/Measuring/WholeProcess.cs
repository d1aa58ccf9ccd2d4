using System.Diagnostics;
using System.Globalization;

namespace ScoreGuard.Benchmarks.Measuring;

/// <summary>A program from start to end: how long it took and how much memory it had at its peak.</summary>
/// <param name="PeakMebibytes">Resident, as Linux counts it (<c>VmHWM</c>), read every few milliseconds; NaN elsewhere.</param>
internal readonly record struct WholeProcess(double Seconds, double PeakMebibytes)
{
    /// <exception cref="InvalidOperationException">It ended with another code than <paramref name="expectedExit"/>.</exception>
    public static WholeProcess Run(ProcessStartInfo start, int expectedExit = 0)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var peak = double.NaN;
        do
        {
            peak = PeakOf(process.Id) ?? peak;
        } while (!process.WaitForExit(2));

        watch.Stop();
        Task.WaitAll(output, errors);
        return process.ExitCode == expectedExit
            ? new(watch.Elapsed.TotalSeconds, peak)
            : throw new InvalidOperationException(
                $"{string.Join(' ', [start.FileName, .. start.ArgumentList])} ended with {process.ExitCode}: {errors.Result}{output.Result}"
            );
    }

    private static double? PeakOf(int processId)
    {
        try
        {
            var peak = File.ReadLines($"/proc/{processId}/status")
                .FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            var kibibytes = peak?["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal).Trim();
            return kibibytes is null ? null : double.Parse(kibibytes, CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            // It ended between two looks, or the system has no /proc.
            return null;
        }
    }
}
