using System.Text.Json;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Cli.Terminals;

/// <summary>Results as JSON on the output, for scripts.</summary>
internal static class JsonOut
{
    private static readonly JsonWriterOptions Options = new() { Indented = true };

    public static void Write(Action<Utf8JsonWriter> write)
    {
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            write(json);
        }

        output.Write("\n"u8);
    }

    public static void Diagnostics(Utf8JsonWriter json, IEnumerable<Diagnostic> diagnostics)
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code);
            json.WriteString("severity", diagnostic.Severity == Severity.Error ? "error" : "warning");
            json.WriteString("file", diagnostic.File);
            if (diagnostic.At is { } at)
            {
                json.WriteNumber("line", at.Line);
                json.WriteNumber("column", at.Column);
            }

            json.WriteString("path", diagnostic.Path);
            json.WriteString("message", diagnostic.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>An object that says only what is wrong.</summary>
    public static void Refused(IEnumerable<Diagnostic> diagnostics) =>
        Write(json =>
        {
            json.WriteStartObject();
            Diagnostics(json, diagnostics);
            json.WriteEndObject();
        });

    /// <summary>Tells what is wrong in the form that was asked for.</summary>
    public static int Refuse(IEnumerable<Diagnostic> diagnostics, bool asJson)
    {
        if (asJson)
        {
            Refused(diagnostics);
        }
        else
        {
            Screen.Show(diagnostics);
        }

        return ExitCodes.BadInput;
    }
}
