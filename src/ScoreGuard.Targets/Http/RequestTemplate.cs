using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Http;

/// <summary>A request's body with holes: texts that are nothing but <c>{asOf}</c>, <c>{leads}</c>, <c>{lead}</c> or a part of it.</summary>
internal sealed partial class RequestTemplate
{
    private const string Ours = """{"asOf":"{asOf}","leads":"{leads}"}""";
    private const string OurLead = "\"{lead}\"";
    private const string AsOf = "{asOf}";
    private const string Leads = "{leads}";
    private const string Lead = "{lead}";
    private const string PartOfLead = "{lead.";

    private readonly JsonElement _body;
    private readonly JsonElement _item;

    private RequestTemplate(JsonElement body, JsonElement item, bool isOurs)
    {
        (_body, _item, IsOurs) = (body, item, isOurs);
        TakesMany = Holes(body).Contains(Leads, StringComparer.Ordinal);
    }

    /// <summary>The form that ScoreGuard documents.</summary>
    public bool IsOurs { get; }

    /// <summary>Several leads go into one request.</summary>
    public bool TakesMany { get; }

    public static RequestTemplate Read(OptionReader options)
    {
        var body = ReadJson(options, "request", Ours, [AsOf, Leads, Lead]);
        var item = ReadJson(options, "item", OurLead, [AsOf, Lead]);
        var template = new RequestTemplate(body.Json, item.Json, !body.IsGiven);
        if (item.IsGiven && !template.TakesMany)
        {
            options.Wrong("item", "`item` says what a lead becomes in `{leads}`, which `request` does not have.");
        }

        return template;
    }

    /// <summary>The body of a request, UTF-8.</summary>
    /// <param name="leads">One, unless the template takes many.</param>
    public byte[] Fill(ReadOnlySpan<LeadLine> leads, Instant asOf)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            Write(_body, new(leads, asOf), json);
        }

        return body.ToArray();
    }

    private void Write(JsonElement part, Filling filling, Utf8JsonWriter json)
    {
        switch (part.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in part.EnumerateObject())
                {
                    json.WritePropertyName(member.Name);
                    Write(member.Value, filling, json);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in part.EnumerateArray())
                {
                    Write(item, filling, json);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.String when IsHole(part.GetString()!):
                Fill(part.GetString()!, filling, json);
                break;
            default:
                part.WriteTo(json);
                break;
        }
    }

    private void Fill(string hole, Filling filling, Utf8JsonWriter json)
    {
        switch (hole)
        {
            case AsOf:
                json.WriteStringValue(filling.AsOf.ToString());
                break;
            case Leads:
                json.WriteStartArray();
                for (var at = 0; at < filling.Leads.Length; at++)
                {
                    Write(_item, new(filling.Leads.Slice(at, 1), filling.AsOf), json);
                }

                json.WriteEndArray();
                break;
            case Lead:
                filling.Leads[0].Json.WriteTo(json);
                break;
            default:
                WritePart(hole[PartOfLead.Length..^1], filling.Leads[0].Json, json);
                break;
        }
    }

    /// <summary>What the lead does not have is null.</summary>
    private static void WritePart(string path, JsonElement lead, Utf8JsonWriter json)
    {
        foreach (var step in path.Split('.'))
        {
            if (lead.ValueKind != JsonValueKind.Object || !lead.TryGetProperty(step, out lead))
            {
                json.WriteNullValue();
                return;
            }
        }

        lead.WriteTo(json);
    }

    private static (JsonElement Json, bool IsGiven) ReadJson(
        OptionReader options,
        string name,
        string otherwise,
        string[] holes
    )
    {
        var given = options.Find(name);
        if (given is not null && Find(given) is { } json)
        {
            foreach (var hole in Holes(json).Where(hole => !IsKnown(hole, holes)))
            {
                options.Wrong(
                    name,
                    $"There is no hole {Quote.Code(hole)}{Spelling.Hint(hole, [.. holes, "{lead.id}", "{lead.attributes}"])}"
                );
            }

            return (json, true);
        }

        if (given is not null)
        {
            options.Wrong(name, "It is no JSON.");
        }

        return (Find(otherwise)!.Value, false);
    }

    private static JsonElement? Find(string text) =>
        JsonBody.Parse(Encoding.UTF8.GetBytes(text)) is { ValueKind: not JsonValueKind.Undefined } json ? json : null;

    private static IEnumerable<string> Holes(JsonElement part) =>
        part.ValueKind switch
        {
            JsonValueKind.Object => part.EnumerateObject().SelectMany(member => Holes(member.Value)),
            JsonValueKind.Array => part.EnumerateArray().SelectMany(Holes),
            JsonValueKind.String when IsHole(part.GetString()!) => [part.GetString()!],
            _ => [],
        };

    private static bool IsKnown(string hole, string[] holes) =>
        holes.Contains(hole, StringComparer.Ordinal) || hole.StartsWith(PartOfLead, StringComparison.Ordinal);

    private static bool IsHole(string text) => Hole().IsMatch(text);

    [GeneratedRegex(@"^\{[A-Za-z][^{}\s]*\}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Hole();

    private readonly ref struct Filling(ReadOnlySpan<LeadLine> leads, Instant asOf)
    {
        public ReadOnlySpan<LeadLine> Leads { get; } = leads;

        public Instant AsOf { get; } = asOf;
    }
}
