using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ScoreGuard.Targets.Marketo;

/// <summary>The same scoring as the same text.</summary>
/// <remarks>
/// Dates of editing are left out: a campaign that was saved again, or has run, is the same campaign. An edit of a flow step can
/// therefore not be seen here, only in the listing's dates and in what becomes of leads.
/// </remarks>
internal static partial class MarketoCanonical
{
    /// <summary>What an asset's record says beside how it scores.</summary>
    private static readonly HashSet<string> Beside =
    [
        "createdAt",
        "updatedAt",
        "computedUrl",
        "url",
        "description",
        "status",
    ];

    public static string Of(MarketoScoring scoring) =>
        Encoding.UTF8.GetString(MarketoJson.Write(writer => Write(writer, scoring)));

    /// <summary>A text without e-mail addresses, which a filter may name.</summary>
    public static string WithoutAddresses(string text) => Address().Replace(text, "(an address)");

    private static void Write(Utf8JsonWriter writer, MarketoScoring scoring)
    {
        WriteList(writer, "activityTypes", scoring.Types);
        writer.WriteStartArray("campaigns");
        foreach (var campaign in scoring.Campaigns)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("campaign");
            WriteSorted(writer, campaign.Listed);
            if (campaign.Rules.ValueKind == JsonValueKind.Object)
            {
                writer.WritePropertyName("rules");
                WriteSorted(writer, campaign.Rules);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteList(writer, "fields", scoring.Fields);
        writer.WriteStartArray("tokens");
        foreach (var (place, token) in scoring.Tokens)
        {
            writer.WriteStartObject();
            writer.WriteString("place", $"{place}");
            writer.WritePropertyName("token");
            WriteSorted(writer, token);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IEnumerable<JsonElement> items)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            WriteSorted(writer, item);
        }

        writer.WriteEndArray();
    }

    /// <summary>Keys in order; lists stay as they are, for the order of filters has a meaning.</summary>
    private static void WriteSorted(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                var members = value.EnumerateObject().Where(member => !Beside.Contains(member.Name));
                foreach (var member in members.OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    WriteSorted(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    WriteSorted(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(WithoutAddresses(value.GetString()!));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    [GeneratedRegex(@"[^\s@,;""']+@[^\s@,;""']+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
