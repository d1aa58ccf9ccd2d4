using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ScoreGuard.Infra.Tests.Compiler;

/// <summary>Microsoft's compiler: one process for all tests, asked over JSON-RPC, for it takes seconds to start and then milliseconds to answer.</summary>
/// <remarks>Source: https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-cli-jsonrpc. It ends when its input ends, with the tests.</remarks>
public static class BicepCompiler
{
    private static readonly Lock Turn = new();
    private static readonly Lazy<Process> Running = new(Start);
    private static int _asked;

    /// <summary>Where NuGet has put it.</summary>
    public static string Program { get; } =
        typeof(BicepCompiler)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == nameof(BicepCompiler))
            .Value!;

    /// <summary>Asks about one file.</summary>
    /// <param name="method">Name of the method, without <c>bicep/</c>.</param>
    /// <param name="parameters">An object whose properties are the parameters, in camel case.</param>
    /// <exception cref="BicepException">The compiler cannot answer; it says why.</exception>
    public static JsonElement Ask(string method, object parameters)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64,
            "The Bicep compiler of these tests is a program for Linux on x64."
        );
        lock (Turn)
        {
            var id = ++_asked;
            var request = JsonSerializer.Serialize(
                new
                {
                    jsonrpc = "2.0",
                    id,
                    method = $"bicep/{method}",
                    @params = parameters,
                }
            );
            Running.Value.StandardInput.Write($"Content-Length: {request.Length}\r\n\r\n{request}");
            Running.Value.StandardInput.Flush();
            return Answer(Running.Value.StandardOutput);
        }
    }

    private static Process Start()
    {
        var start = new ProcessStartInfo(Program, ["jsonrpc", "--stdio"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            // A character is a byte, as the lengths of answers are counted.
            StandardOutputEncoding = Encoding.Latin1,
        };
        // What happens to be set on this machine must not get into a parameter file.
        start.Environment.Clear();
        foreach (var (name, value) in Deployer.Environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new BicepException("The Bicep compiler did not start.");
    }

    private static JsonElement Answer(StreamReader output)
    {
        const string Length = "Content-Length: ";
        var length = 0;
        while (output.ReadLine() is not "" and var header)
        {
            if (header is null)
            {
                throw new BicepException("The Bicep compiler ended.");
            }

            if (header.StartsWith(Length, StringComparison.Ordinal))
            {
                length = int.Parse(header.AsSpan(Length.Length), CultureInfo.InvariantCulture);
            }
        }

        var text = new char[length];
        output.ReadBlock(text);
        using var json = JsonDocument.Parse(Encoding.Latin1.GetBytes(text));
        return json.RootElement.TryGetProperty("error", out var error)
            ? throw new BicepException(error.At("message"))
            : json.RootElement.GetProperty("result").Clone();
    }
}
