using System.Diagnostics;

namespace ScoreGuard.Benchmarks.Measuring;

/// <summary>Starts programs bound to processor cores, where the system has <c>taskset</c>; unbound elsewhere.</summary>
internal static class Cores
{
    private const string Taskset = "/usr/bin/taskset";

    public static bool CanBind => File.Exists(Taskset);

    /// <param name="cores">As <c>taskset -c</c> takes them: <c>0</c>, <c>0,1</c>; null for wherever the system likes.</param>
    public static ProcessStartInfo Program(string? cores, string program, params IEnumerable<string> arguments)
    {
        var start =
            cores is not null && CanBind
                ? new ProcessStartInfo(Taskset, ["-c", cores, program, .. arguments])
                : new ProcessStartInfo(program, arguments);
        start.UseShellExecute = false;
        return start;
    }

    /// <summary>This program again, with other arguments.</summary>
    public static ProcessStartInfo Self(string? cores, params IEnumerable<string> arguments) =>
        Program(cores, Environment.ProcessPath!, arguments);
}
