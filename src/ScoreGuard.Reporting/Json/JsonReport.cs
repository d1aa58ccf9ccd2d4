using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Json;

/// <summary><c>report.json</c>: everything that the report knows, for programs. Schema: docs/report-json.md.</summary>
public static class JsonReport
{
    /// <summary>Raised when a member changes its meaning or goes; new members may come without.</summary>
    public const int Schema = 1;

    // Letters of every script as they are; the encoder still escapes what HTML, and what nobody, can see.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Writes UTF-8 without a byte order mark; the stream stays open.</summary>
    /// <exception cref="ArgumentException">The report's parts do not sum to its totals.</exception>
    public static void Write(RunReport report, Stream output)
    {
        report.RequireSums();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", Schema);
            json.WriteString("verdict", Codes.Of(report.Verdict));
            json.WriteString("headline", report.Headline);
            json.WriteBoolean("synthetic", true);
            JsonIdentity.Write(json, report);
            JsonFigures.Write(json, report);
            JsonCauses.Write(json, report);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }
}
