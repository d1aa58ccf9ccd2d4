using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>Reads an object of attributes: those of a lead, or those that an activity changes.</summary>
internal sealed class AttributeReader(Words words)
{
    private static readonly SearchValues<char> NumberLetters = SearchValues.Create("+-.0123456789");

    public void Read(ref Utf8JsonReader json, LeadAttributes into)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var field = words.Fields.Find(HandWrittenReader.Text(ref json));
            json.Read();
            if (field == FieldName.Unknown)
            {
                json.Skip();
                continue;
            }

            into.Given |= 1u << (int)field;
            if (json.TokenType != JsonTokenType.Null && !TryTake(ref json, field, into))
            {
                into.Unreadable |= 1u << (int)field;
            }
        }
    }

    private bool TryTake(ref Utf8JsonReader json, FieldName field, LeadAttributes into)
    {
        var readable = true;
        switch (field)
        {
            case FieldName.Employees:
                into.Employees = Number(ref json, out readable);
                return readable;
            case FieldName.Revenue:
                into.Revenue = Number(ref json, out readable);
                return readable;
            case FieldName.Budget:
                into.Budget = Number(ref json, out readable);
                return readable;
            case FieldName.OptIn:
                into.OptIn = Boolean(ref json, out readable);
                return readable;
            case FieldName.Customer:
                into.Customer = Boolean(ref json, out readable);
                return readable;
            case FieldName.LastFundingAt:
                into.LastFundingAt = Date(ref json, out readable);
                return readable;
            default:
                if (json.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                {
                    json.Skip();
                    return false;
                }

                TakeText(HandWrittenReader.Text(ref json), field, into);
                return true;
        }
    }

    private void TakeText(ReadOnlySpan<byte> text, FieldName field, LeadAttributes into)
    {
        switch (field)
        {
            case FieldName.Email:
                into.IsTestAddress = IsTest(text);
                break;
            case FieldName.EmailDomain:
                into.MailDomain = words.MailDomains.Find(text);
                break;
            case FieldName.JobTitle:
                into.JobTitle = words.Titles.Find(text);
                break;
            case FieldName.Department:
                into.Department = words.Departments.Find(text);
                break;
            case FieldName.Company:
                into.HasCompany = !IsBlank(text);
                break;
            case FieldName.Industry:
                into.Industry = words.Industries.Find(text);
                break;
            case FieldName.Country:
                into.Country = words.Countries.Find(text);
                break;
            case FieldName.Region:
                into.Region = words.Regions.Find(text);
                break;
            case FieldName.Language:
                into.Language = words.Languages.Find(text);
                break;
            case FieldName.Source:
                into.Source = words.Sources.Find(text);
                break;
            case FieldName.Timeline:
                into.Timeline = words.Timelines.Find(text);
                break;
            case FieldName.Crm:
                into.Crm = words.Crms.Find(text);
                break;
        }
    }

    /// <summary>NaN: missing.</summary>
    internal static double Number(ref Utf8JsonReader json, out bool readable)
    {
        readable = true;
        switch (json.TokenType)
        {
            case JsonTokenType.Number:
                return json.TryGetInt64(out var whole) ? whole : json.GetDouble();
            case JsonTokenType.String:
                var text = json.GetString()!.Trim();
                readable =
                    text.Length == 0
                    || (!text.AsSpan().ContainsAnyExcept(NumberLetters) && text[0] != '.' && text[^1] != '.');
                return
                    readable
                    && double.TryParse(
                        text,
                        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                        CultureInfo.InvariantCulture,
                        out var number
                    )
                    ? number
                    : double.NaN;
            default:
                readable = false;
                json.Skip();
                return double.NaN;
        }
    }

    private static Answer Boolean(ref Utf8JsonReader json, out bool readable)
    {
        readable = true;
        switch (json.TokenType)
        {
            case JsonTokenType.True:
                return Answer.Yes;
            case JsonTokenType.False:
                return Answer.No;
            case JsonTokenType.String:
                var text = json.GetString()!.Trim().ToUpperInvariant();
                readable = text is "" or "TRUE" or "YES" or "FALSE" or "NO";
                return text switch
                {
                    "TRUE" or "YES" => Answer.Yes,
                    "FALSE" or "NO" => Answer.No,
                    _ => Answer.Missing,
                };
            default:
                readable = false;
                json.Skip();
                return Answer.Missing;
        }
    }

    private static long Date(ref Utf8JsonReader json, out bool readable)
    {
        if (json.TokenType != JsonTokenType.String)
        {
            readable = false;
            json.Skip();
            return LeadAttributes.NoDate;
        }

        var text = HandWrittenReader.Text(ref json).Trim((byte)' ');
        if (text.Length == 10 && text[4] == '-' && text[7] == '-')
        {
            Span<byte> midnight = stackalloc byte[20];
            text.CopyTo(midnight);
            "T00:00:00Z"u8.CopyTo(midnight[10..]);
            readable = Instants.TryRead(midnight, out var day);
            return day;
        }

        readable = text.Length == 0 | Instants.TryRead(text, out var at);
        return text.Length != 0 && readable ? at : LeadAttributes.NoDate;
    }

    private static bool IsTest(ReadOnlySpan<byte> text)
    {
        text = text.TrimStart(" \t"u8);
        return text.Length >= 4 && Ascii.EqualsIgnoreCase(text[..4], "test"u8);
    }

    private static bool IsBlank(ReadOnlySpan<byte> text) =>
        text.Length == 0 || (text[0] is <= (byte)' ' or >= 0x80 && Encoding.UTF8.GetString(text).Trim().Length == 0);
}
