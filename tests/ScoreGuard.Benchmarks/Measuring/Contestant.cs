using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ScoreGuard.Benchmarks.Measuring;

/// <summary>A process that stays warm and measures a round whenever it is asked, so that contestants can take turns.</summary>
internal sealed class Contestant : IDisposable
{
    private readonly Process process;

    private Contestant(Process process) => this.process = process;

    /// <summary>Starts it and waits until it is warm.</summary>
    /// <exception cref="InvalidOperationException">It ended instead; its own words are on standard error.</exception>
    public static Contestant Start(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = true;
        var contestant = new Contestant(Process.Start(start)!);
        contestant.Answer();
        return contestant;
    }

    /// <summary>Leads a second over a round of at least so many milliseconds for each contest; they take turns, pass by pass.</summary>
    public double[] Round(int milliseconds, params IEnumerable<string> contests)
    {
        var asked = string.Join(' ', contests);
        process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{asked} {milliseconds}"));
        process.StandardInput.Flush();
        return [.. Answer().GetProperty("leadsPerSecond").EnumerateArray().Select(figure => figure.GetDouble())];
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private JsonElement Answer()
    {
        var line =
            process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"{process.StartInfo.FileName} ended in the middle of a benchmark.");
        using var json = JsonDocument.Parse(line);
        return json.RootElement.Clone();
    }
}
