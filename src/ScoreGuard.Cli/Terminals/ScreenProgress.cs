using System.Globalization;

namespace ScoreGuard.Cli.Terminals;

/// <summary>Tells on the error stream, with the time of day, what is going on: a replay into a platform takes minutes.</summary>
internal sealed class ScreenProgress(TimeProvider time) : IProgress<string>
{
    public void Report(string value) =>
        Screen.Error(string.Create(CultureInfo.InvariantCulture, $"{time.GetLocalNow():HH:mm:ss} {value}"));
}
