using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Json;

/// <summary><c>report.json</c>: everything that the report knows, for programs. Schema: docs/report-json.md.</summary>
public static class JsonReport
{
    /// <summary>Raised when a member changes its meaning or goes; new members may come without.</summary>
    public const int Schema = 1;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = Encoder(),
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
            json.WriteString("verdict", VerdictCode.Of(report.Verdict));
            json.WriteString("headline", report.Headline);
            json.WriteBoolean("synthetic", true);
            JsonIdentity.Write(json, report);
            JsonFigures.Write(json, report);
            JsonCauses.Write(json, report);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    /// <summary>Letters of every script as they are; escaped: what HTML would read as markup, and what would be invisible or reorder a line.</summary>
    private static JavaScriptEncoder Encoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        settings.ForbidCharacters('\u00AD', '\u061C', '\u180E', '\u200B', '\u200E', '\u200F', '\u2060', '\uFEFF');
        settings.ForbidCharacters('\u2028', '\u2029', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E');
        settings.ForbidCharacters('\u2066', '\u2067', '\u2068', '\u2069');
        return JavaScriptEncoder.Create(settings);
    }
}
