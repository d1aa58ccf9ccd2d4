using System.Diagnostics;

namespace ScoreGuard.Integration.Tests.CommandLine;

/// <summary>The built program as a process of its own.</summary>
internal static class ScoreGuardProcess
{
    public static Process Start(params string[] arguments) => Start(temporary: null, arguments);

    public static Process Start(IReadOnlyDictionary<string, string> settings, params string[] arguments) =>
        Start(temporary: null, arguments, settings);

    public static Task<Ended> RunAsync(params string[] arguments) => RunAsync(temporary: null, arguments);

    public static Task<Ended> RunAsync(IReadOnlyDictionary<string, string> settings, params string[] arguments) =>
        EndAsync(Start(settings, arguments));

    /// <param name="temporary">The folder for temporary files; null: the system's.</param>
    public static Task<Ended> RunAsync(string? temporary, string[] arguments) => EndAsync(Start(temporary, arguments));

    private static async Task<Ended> EndAsync(Process started)
    {
        using var process = started;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    private static Process Start(
        string? temporary,
        string[] arguments,
        IReadOnlyDictionary<string, string>? settings = null
    )
    {
        // A background job of a shell hands on an ignored SIGINT; a user's terminal does not.
        string[] program = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        var start = new ProcessStartInfo(program[0])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (
            var argument in (string[])
                [.. program[1..], Path.Combine(AppContext.BaseDirectory, "scoreguard.dll"), .. arguments]
        )
        {
            start.ArgumentList.Add(argument);
        }

        if (temporary is not null)
        {
            start.Environment[OperatingSystem.IsWindows() ? "TMP" : "TMPDIR"] = temporary;
        }

        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}

internal sealed record Ended(int ExitCode, string Output, string Error)
{
    public string All => Output + Error;
}
