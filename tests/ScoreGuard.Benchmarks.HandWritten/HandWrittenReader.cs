using System.Text;
using System.Text.Json;

namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>Reads a line of leads with <see cref="Utf8JsonReader"/> into typed values. Not for two threads at once.</summary>
public sealed class HandWrittenReader
{
    private readonly Words words = new();
    private readonly AttributeReader attributes;

    public HandWrittenReader() => attributes = new(words);

    public void Read(ReadOnlySpan<byte> line, Lead lead)
    {
        lead.Clear();
        var json = new Utf8JsonReader(line);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("id"u8))
            {
                json.Read();
                lead.Name(Text(ref json));
            }
            else if (json.ValueTextEquals("createdAt"u8))
            {
                json.Read();
                lead.CreatedAt = Instant(ref json);
            }
            else if (json.ValueTextEquals("attributes"u8))
            {
                json.Read();
                attributes.Read(ref json, lead.Attributes);
            }
            else if (json.ValueTextEquals("activities"u8))
            {
                json.Read();
                ReadActivities(ref json, lead);
            }
            else
            {
                json.Read();
                json.Skip();
            }
        }

        lead.Sort();
    }

    private void ReadActivities(ref Utf8JsonReader json, Lead lead)
    {
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
        {
            lead.Add(ReadActivity(ref json));
        }
    }

    private LeadActivity ReadActivity(ref Utf8JsonReader json)
    {
        var at = 0L;
        ActivityKind? kind = null;
        var tags = ActivityTags.None;
        LeadAttributes? change = null;
        var early = json;
        var isEarly = false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("type"u8))
            {
                json.Read();
                kind = words.Kinds.Find(Text(ref json));
            }
            else if (json.ValueTextEquals("at"u8))
            {
                json.Read();
                at = Instant(ref json);
            }
            else if (json.ValueTextEquals("properties"u8))
            {
                json.Read();
                if (kind is { } known)
                {
                    tags = ReadProperties(ref json, known, out change);
                }
                else
                {
                    // The type stands behind the properties: come back when it is known.
                    early = json;
                    isEarly = true;
                    json.Skip();
                }
            }
            else
            {
                json.Read();
                json.Skip();
            }
        }

        if (isEarly)
        {
            tags = ReadProperties(ref early, kind ?? ActivityKind.Other, out change);
        }

        return new(at, kind ?? ActivityKind.Other, tags, change);
    }

    private ActivityTags ReadProperties(ref Utf8JsonReader json, ActivityKind kind, out LeadAttributes? change)
    {
        change = null;
        switch (kind)
        {
            case ActivityKind.AttributeChange:
                change = new();
                change.Clear();
                attributes.Read(ref json, change);
                return ActivityTags.None;
            case ActivityKind.FormSubmit or ActivityKind.WebVisit or ActivityKind.EmailClick:
                return ReadTags(ref json);
            default:
                json.Skip();
                return ActivityTags.None;
        }
    }

    private ActivityTags ReadTags(ref Utf8JsonReader json)
    {
        var tags = ActivityTags.None;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("form"u8))
            {
                tags |= Tags(ref json, words.Forms);
            }
            else if (json.ValueTextEquals("page"u8))
            {
                tags |= Tags(ref json, words.Pages);
            }
            else if (json.ValueTextEquals("campaign"u8))
            {
                tags |= Tags(ref json, words.Campaigns);
            }
            else if (json.ValueTextEquals("seconds"u8))
            {
                json.Read();
                tags |= AttributeReader.Number(ref json, out _) >= 120 ? ActivityTags.LongVisit : ActivityTags.None;
            }
            else
            {
                json.Read();
                json.Skip();
            }
        }

        return tags;
    }

    private static ActivityTags Tags(ref Utf8JsonReader json, Vocabulary<ActivityTags> vocabulary)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.String)
        {
            return vocabulary.Find(Text(ref json));
        }

        // No form, page or campaign of the model reads as a number or a boolean.
        json.Skip();
        return ActivityTags.None;
    }

    private static long Instant(ref Utf8JsonReader json) =>
        Instants.TryRead(Text(ref json), out var at) ? at : throw new FormatException("An instant is needed.");

    internal static ReadOnlySpan<byte> Text(ref Utf8JsonReader json) =>
        json.ValueIsEscaped ? Encoding.UTF8.GetBytes(json.GetString()!) : json.ValueSpan;
}
