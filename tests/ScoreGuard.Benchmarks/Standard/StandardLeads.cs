using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ScoreGuard.Benchmarks.Standard;

/// <summary>The benchmark's leads: 20 attributes and 12 activities each, over 120 days, as JSON Lines.</summary>
/// <remarks>
/// Lead 17 is the same in every set, so a small set is the beginning of a large one. About one value in a hundred is
/// dirty on purpose (blanks, upper case, a country spelled out, a number that is none), as exports from a CRM are.
/// </remarks>
internal static class StandardLeads
{
    public const string AsOfText = "2026-05-01T00:00:00Z";

    public static readonly DateTime AsOf = new(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly DateTime Start = AsOf.AddDays(-120);

    /// <summary>Writes the leads, unless the file is there with a mark that it is whole.</summary>
    public static void WriteOnce(string path, int count)
    {
        var mark = path + ".whole";
        if (!File.Exists(path) || !File.Exists(mark))
        {
            Write(path, count);
            File.WriteAllText(mark, "");
        }
    }

    public static void Write(string path, int count)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        using var json = new Utf8JsonWriter(
            file,
            new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }
        );
        for (var index = 0; index < count; index++)
        {
            WriteLead(json, index);
            json.Flush();
            json.Reset();
            file.WriteByte((byte)'\n');
        }
    }

    private static void WriteLead(Utf8JsonWriter json, int index)
    {
        var chance = new Chance(unchecked(((ulong)index * 0xD1B54A32D192ED03) + 42));
        var created = Start.AddSeconds(chance.Below(110 * 86_400));
        json.WriteStartObject();
        json.WriteString("id", $"L{index:D7}");
        json.WriteString("createdAt", Text(created));
        json.WriteStartObject("attributes");
        StandardAttributes.Write(json, ref chance, index);
        json.WriteEndObject();
        json.WriteStartArray("activities");
        StandardJourney.Write(json, ref chance, created, AsOf);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static string Text(DateTime instant) =>
        instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
