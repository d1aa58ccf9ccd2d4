using System.Globalization;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Cli.Terminals;

/// <summary>"412,672 of 1,000,000 leads" on one line of the error stream, on a terminal only, a few times a second.</summary>
internal sealed class LeadProgress(string verb, TimeProvider time) : IProgress<long>, IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    private readonly bool _shown = Screen.HasProgress;
    private long _last = time.GetTimestamp();
    private int _width;

    public void Report(long value)
    {
        if (!_shown || time.GetElapsedTime(_last) < Pace)
        {
            return;
        }

        _last = time.GetTimestamp();
        var text = string.Create(CultureInfo.InvariantCulture, $"{verb} {Counted.Of(value, "lead")}");
        Console.Error.Write('\r' + text.PadRight(_width));
        _width = text.Length;
    }

    public void Dispose()
    {
        if (_width > 0)
        {
            Console.Error.Write('\r' + new string(' ', _width) + '\r');
        }
    }
}
