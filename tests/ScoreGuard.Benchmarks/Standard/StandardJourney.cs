using System.Text.Json;

namespace ScoreGuard.Benchmarks.Standard;

/// <summary>The twelve activities of a lead, of one of three tempers: cold, interested, buying.</summary>
internal static class StandardJourney
{
    public const int Activities = 12;

    private static readonly string[] Cold =
    [
        "email_open",
        "email_open",
        "email_open",
        "email_open",
        "email_click",
        "web_visit",
        "web_visit",
        "web_visit",
        "form_submit",
        "webinar_registered",
        "unsubscribe",
        "attribute_change",
        "email_bounce",
    ];
    private static readonly string[] Interested =
    [
        "email_open",
        "email_open",
        "email_click",
        "email_click",
        "web_visit",
        "web_visit",
        "web_visit",
        "form_submit",
        "form_submit",
        "webinar_registered",
        "webinar_attended",
        "event_attended",
        "chat_started",
        "attribute_change",
    ];
    private static readonly string[] Buying =
    [
        "email_click",
        "web_visit",
        "web_visit",
        "web_visit",
        "form_submit",
        "form_submit",
        "webinar_attended",
        "trade_show",
        "trial_start",
        "trial_login",
        "trial_login",
        "chat_started",
        "sales_accept",
        "opportunity_created",
    ];
    private static readonly string[] ColdForms = ["newsletter", "content-ebook", "content-checklist", "survey"];
    private static readonly string[] WarmForms =
    [
        "demo-request",
        "demo-request",
        "contact-sales",
        "pricing-quote",
        "content-ebook",
        "content-roi",
    ];
    private static readonly string[] Pages =
    [
        "/pricing",
        "/pricing/enterprise",
        "/product",
        "/product/scoring",
        "/product/routing",
        "/blog/lead-scoring",
        "/blog/mql-is-dead",
        "/customers",
        "/careers",
        "/docs",
        "/",
    ];
    private static readonly string[] Campaigns = ["2026-q1-nurture", "spring-launch", "weekly-digest", "nurture-trial"];
    private static readonly string[] Topics = ["attribution", "scoring-101", "routing", "privacy"];

    public static void Write(Utf8JsonWriter json, ref Chance chance, DateTime created, DateTime asOf)
    {
        var temper = chance.Below(100);
        var types =
            temper < 55 ? Cold
            : temper < 85 ? Interested
            : Buying;
        var span = Math.Min((3 + chance.Below(80)) * 86_400, (int)(asOf - created).TotalSeconds);
        Span<int> offsets = stackalloc int[Activities];
        foreach (ref var offset in offsets)
        {
            offset = chance.Below(span);
        }

        // Exports are mostly, not always, in order of time.
        if (!chance.Percent(5))
        {
            offsets.Sort();
        }

        foreach (var offset in offsets)
        {
            WriteActivity(json, ref chance, chance.Of<string>(types), created.AddSeconds(offset), temper >= 55);
        }
    }

    private static void WriteActivity(Utf8JsonWriter json, ref Chance chance, string type, DateTime at, bool warm)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("at", StandardLeads.Text(at));
        json.WriteStartObject("properties");
        switch (type)
        {
            case "form_submit":
                json.WriteString("form", chance.Of<string>(warm ? WarmForms : ColdForms));
                break;
            case "web_visit":
                json.WriteString("page", chance.Of<string>(Pages));
                json.WriteNumber("seconds", 1 + chance.Below(240));
                break;
            case "email_open" or "email_click":
                json.WriteString("campaign", chance.Of<string>(Campaigns));
                break;
            case "webinar_registered" or "webinar_attended":
                json.WriteString("topic", chance.Of<string>(Topics));
                break;
            case "attribute_change" when chance.Percent(50):
                json.WriteString("jobTitle", StandardAttributes.Title(ref chance));
                break;
            case "attribute_change":
                json.WriteNumber("employees", StandardAttributes.Employees(ref chance));
                break;
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
