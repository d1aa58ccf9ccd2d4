using System.Text.Json.Nodes;

namespace ScoreGuard.Targets.Tests.Mautic;

/// <summary>Small configurations of our own, in the shapes of Mautic's API.</summary>
internal static class MauticConfigurations
{
    private const string Forms =
        """[{"id":3,"name":"Demo request","alias":"demo","isPublished":true,"actions":[]},{"id":4,"name":"White paper","alias":"paper","isPublished":true,"actions":[]}]""";

    private const string Groups = """[{"id":1,"name":"Fit","description":""}]""";

    private const string Stages =
        """[{"id":1,"name":"Lead","weight":10,"isPublished":true},{"id":2,"name":"MQL","weight":20,"isPublished":true},{"id":3,"name":"Equal","weight":20,"isPublished":true},{"id":4,"name":"Customer","weight":50,"isPublished":true}]""";

    private const string Segments =
        """[{"id":6,"name":"Hot ones","alias":"hot","isPublished":true,"filters":[]},{"id":8,"name":"Germans","alias":"de","isPublished":true,"filters":[{"glue":"and","field":"country","object":"lead","type":"country","operator":"=","properties":{"filter":"de"}}]},{"id":9,"name":"Zip","alias":"zip","isPublished":true,"filters":[{"glue":"and","field":"zipcode","object":"lead","type":"text","operator":"=","properties":{"filter":"1"}}]}]""";

    public static void Put(MauticBench bench, string name)
    {
        bench.Configure("forms", Forms);
        switch (name)
        {
            case "action-once":
                Action(bench, "form.submit", 5, """{"forms":[3]}""");
                break;
            case "action-repeatable":
                Action(bench, "form.submit", 5, """{"forms":["3"]}""", ""","repeatable":true""");
                break;
            case "action-any-form":
                Action(bench, "form.submit", 3, """{"forms":[]}""", ""","repeatable":true""");
                break;
            case "action-negative":
                Action(bench, "form.submit", -7, """{"forms":[3]}""", ""","repeatable":true""");
                break;
            case "action-unpublished":
                Action(bench, "form.submit", 5, """{"forms":[3]}""", ""","isPublished":false""");
                break;
            case "action-not-yet":
                Action(bench, "form.submit", 5, """{"forms":[3]}""", ""","publishUp":"2027-01-01T00:00:00+00:00" """);
                break;
            case "action-over":
                Action(bench, "form.submit", 5, """{"forms":[3]}""", ""","publishDown":"2026-01-01T00:00:00+00:00" """);
                break;
            case "url-star":
                Url(bench, "https://a.example/pricing*");
                break;
            case "url-question":
                Url(bench, "https://a.example/p?");
                break;
            case "url-class":
                Url(bench, "https://a.example/p[1-3]");
                break;
            case "url-entity":
                Url(bench, " https://a.example/\\\\?a=1&amp;b=* ");
                break;
            case "url-hits":
                Url(bench, "https://a.example/*", "page_hits", "3");
                break;
            case "url-hits-once":
                Url(bench, "https://a.example/*", "page_hits", "2", repeatable: false);
                break;
            case "url-first":
                Url(bench, "https://a.example/*", "first_time", "true");
                break;
            case "url-within":
                Url(bench, "https://a.example/*", "returns_within", "7200");
                break;
            case "url-after":
                Url(bench, "https://a.example/*", "returns_after", "\"7200\"");
                break;
            case "url-time":
                Url(bench, "https://a.example/*", "accumulative_time", "60");
                break;
            case "url-all":
                Url(bench, "*");
                break;
            case "page-some":
                Action(bench, "page.hit", 2, """{"pages":[3]}""");
                break;
            case "plugin":
                Action(bench, "shop.bought", 2, "[]");
                break;
            case "ends":
                Action(bench, "form.submit", 5, """{"forms":[3]}""", ""","publishDown":"2027-01-01T00:00:00+00:00" """);
                break;
            case "group-nothing":
                bench.Configure("points/groups", Groups);
                Action(bench, "form.submit", 0, """{"forms":[3]}""", ""","group":1""");
                break;
            case "landing":
                Action(bench, "page.hit", 2, """{"pages":[]}""", ""","repeatable":true""");
                break;
            case "asset":
                Action(bench, "asset.download", 7, """{"assets":[12],"categories":[]}""");
                break;
            case "email":
                Action(bench, "email.open", 7, """{"emails":[1]}""");
                break;
            case "unmapped":
                Action(bench, "form.submit", 5, """{"forms":[77]}""");
                break;
            case "group":
                bench.Configure("points/groups", Groups);
                Action(bench, "form.submit", 8, """{"forms":[3]}""", ""","group":{"id":1,"name":"Fit"}""");
                break;
            case "group-unsaid":
                bench.Configure("points/groups", Groups);
                Action(bench, "form.submit", 8, """{"forms":[3]}""");
                break;
            default:
                PutForms(bench, name);
                break;
        }
    }

    private static void PutForms(MauticBench bench, string name)
    {
        switch (name)
        {
            case "form-plus-minus":
                Form(bench, ("plus", "5", ""), ("minus", "3", ""));
                break;
            case "form-times":
                // ((0 + 10) × 2 + 10) × ... : the form gives, the action comes after it.
                Form(bench, ("times", "2", ""));
                Action(bench, "form.submit", 10, """{"forms":[3]}""", ""","repeatable":true""");
                break;
            case "form-divide":
                // The form halves nothing yet, then the action gives four.
                Form(bench, ("divide", "2", ""));
                Action(bench, "form.submit", 4, """{"forms":[3]}""");
                break;
            case "form-factors":
                Form(bench, ("times", "2", ""), ("times", "3", ""));
                break;
            case "form-mail":
                bench.Configure(
                    "forms",
                    """[{"id":3,"name":"Demo","alias":"demo","isPublished":1,"actions":{"9":{"id":9,"name":"Mail","type":"email.send.lead","order":1,"properties":{"email":2}}}}]"""
                );
                Action(bench, "form.submit", 4, """{"forms":[3]}""");
                break;
            case "form-zero":
                Form(bench, ("plus", "7", ""), ("times", "0", ""));
                break;
            case "form-group-set":
                bench.Configure("points/groups", Groups);
                Form(bench, ("set", "42", ""","group":1"""));
                break;
            case "campaign-form":
                Campaign(
                    bench,
                    """ "forms":[{"id":3}],"lists":[] """,
                    Change(1, 25),
                    """{"id":2,"name":"Mail","type":"email.send","eventType":"action","parent":null}"""
                );
                break;
            case "campaign-segment":
                Campaign(bench, """ "forms":[],"lists":[{"id":8,"name":"Germans"}] """, Change(1, 15));
                break;
            case "campaign-member":
                Campaign(bench, """ "forms":[],"lists":[{"id":6,"name":"Hot ones"}] """, Change(1, 12));
                break;
            case "campaign-unknown-filter":
                Campaign(bench, """ "forms":[],"lists":[{"id":9,"name":"Zip"}] """, Change(1, 12));
                break;
            case "campaign-decision":
                Campaign(
                    bench,
                    """ "forms":[{"id":3}],"lists":[] """,
                    """{"id":1,"name":"Opens","type":"email.open","eventType":"decision","parent":null}""",
                    """{"id":2,"name":"Gives","type":"lead.changepoints","eventType":"action","parent":{"id":1},"decisionPath":"yes","properties":{"points":5}}"""
                );
                break;
            case "stages":
                bench.Configure("stages", Stages);
                Campaign(
                    bench,
                    """ "forms":[{"id":3}],"lists":[] """,
                    """{"id":1,"name":"To MQL","type":"stage.change","eventType":"action","parent":null,"triggerMode":"immediate","properties":{"stage":2}}"""
                );
                break;
            case "trigger-stage":
                bench.Configure("stages", Stages);
                Action(bench, "form.submit", 10, """{"forms":[3]}""", ""","repeatable":true""");
                Trigger(bench, """{"id":5,"name":"To MQL","type":"stage.change","order":1,"properties":{"stage":2}}""");
                break;
            case "trigger-mail":
                Trigger(bench, """{"id":5,"name":"Mail","type":"email.send","order":1,"properties":{"email":2}}""");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(name), name, "No such configuration.");
        }
    }

    private static void Action(MauticBench bench, string type, int delta, string properties, string more = "")
    {
        var published = more.Contains("isPublished", StringComparison.Ordinal) ? "" : ""","isPublished":true""";
        bench.Configure(
            "points",
            $$"""[{"id":1,"name":"Action","type":"{{type}}","delta":{{delta}},"properties":{{properties}}{{published}}{{more}}}]"""
        );
    }

    private static void Url(
        MauticBench bench,
        string glob,
        string condition = "page_hits",
        string value = "null",
        bool repeatable = true
    )
    {
        var properties = JsonNode.Parse(
            $$"""{"page_url":"{{glob}}","page_hits":null,"accumulative_time":null,"returns_within":0,"returns_after":0}"""
        )!;
        properties[condition] = JsonNode.Parse(value);
        Action(bench, "url.hit", 3, properties.ToJsonString(), repeatable ? ""","repeatable":true""" : "");
    }

    private static void Form(MauticBench bench, params (string Operator, string Points, string More)[] changes)
    {
        var actions = changes.Select(
            (change, at) =>
                $$$"""{"id":{{{at + 20}}},"name":"Change","type":"lead.pointschange","order":{{{at + 1}}},"properties":{"operator":"{{{change.Operator}}}","points":{{{change.Points}}}{{{change.More}}}}}"""
        );
        bench.Configure(
            "forms",
            $$"""[{"id":3,"name":"Demo request","alias":"demo","isPublished":true,"actions":[{{string.Join(',', actions)}}]}]"""
        );
    }

    private static string Change(int id, int points) =>
        $$$"""{"id":{{{id}}},"name":"Points","type":"lead.changepoints","eventType":"action","parent":null,"triggerMode":"immediate","properties":{"points":{{{points}}},"group":null}}""";

    private static void Campaign(MauticBench bench, string sources, params string[] events)
    {
        bench.Configure("segments", Segments);
        bench.Configure(
            "campaigns",
            $$"""[{"id":30,"name":"Nurture","isPublished":true,{{sources}},"events":[{{string.Join(',', events)}}]}]"""
        );
    }

    private static void Trigger(MauticBench bench, string happening)
    {
        bench.Configure(
            "points/triggers",
            $$$"""[{"id":40,"name":"Twenty","isPublished":true,"points":20,"color":"fff","events":{"5":{{{happening}}}}}]"""
        );
    }
}
