using System.Text.Json;

namespace ScoreGuard.Benchmarks.Standard;

/// <summary>The twenty attributes of a lead: eighteen that the model reads, and a name that it does not.</summary>
internal static class StandardAttributes
{
    private static readonly string[] First =
    [
        "Ada",
        "Bruno",
        "Chiara",
        "Dmitri",
        "Elif",
        "Femke",
        "Goran",
        "Hannah",
        "Ines",
        "Jörg",
        "Kwame",
        "Lena",
        "Mei",
        "Nils",
        "Olga",
        "Priya",
        "Quentin",
        "Rosa",
        "Sven",
        "Tomás",
        "Uma",
        "Viktor",
        "Wanda",
        "Yusuf",
    ];
    private static readonly string[] Last =
    [
        "Abel",
        "Brandt",
        "Costa",
        "Dupont",
        "Eriksen",
        "Fischer",
        "García",
        "Hughes",
        "Ivanov",
        "Jansen",
        "Kaya",
        "Lindqvist",
        "Moreau",
        "Novak",
        "O'Neill",
        "Patel",
        "Quinn",
        "Rossi",
        "Schmidt",
        "Tanaka",
        "Weiß",
        "Zhang",
    ];
    private static readonly string[] Companies =
    [
        "Northwind",
        "Bluefin",
        "Cobalt",
        "Dune",
        "Evergreen",
        "Foundry",
        "Granite",
        "Harbour",
        "Ironwood",
        "Juniper",
    ];
    private static readonly string[] CompanyKinds =
    [
        "Systems",
        "Logistics",
        "Labs",
        "Bank",
        "Works",
        "Health",
        "Retail",
    ];
    private static readonly string[] Titles =
    [
        "Marketing Manager",
        "Senior Marketing Manager",
        "Marketing Operations Manager",
        "Demand Generation Manager",
        "Director of Marketing",
        "Director, Demand Generation",
        "Head of Growth",
        "Head of Marketing",
        "VP Marketing",
        "VP, Sales",
        "SVP Revenue",
        "Vice President Marketing",
        "CMO",
        "CEO",
        "CTO",
        "Chief Revenue Officer",
        "Founder",
        "Founder & CEO",
        "Marketing Specialist",
        "Marketing Coordinator",
        "Software Engineer",
        "Data Analyst",
        "Sales Representative",
        "Account Executive",
        "Team Lead CRM",
        "Product Manager",
        "Consultant",
        "Student",
        "Marketing Intern",
        "Procurement Officer",
        "IT Administrator",
        "Business Analyst",
        "Project Lead",
        "Buyer",
    ];
    private static readonly string[] Areas = ["", "", "", "", ", EMEA", ", DACH", ", North America"];
    private static readonly string[] Departments =
    [
        "Marketing",
        "Marketing",
        "Marketing Operations",
        "Demand Generation",
        "Sales",
        "IT",
        "Finance",
        "Engineering",
        "Operations",
        "Procurement",
    ];
    private static readonly string[] Industries =
    [
        "Software",
        "Software",
        "Financial Services",
        "Manufacturing",
        "Retail",
        "Healthcare",
        "Education",
        "Media",
        "Government",
        "Energy",
        "Logistics",
        "Telecommunications",
    ];
    private static readonly string[] Countries =
    [
        "US",
        "US",
        "US",
        "USA",
        "United States",
        "GB",
        "UK",
        "United Kingdom",
        "DE",
        "DE",
        "Germany",
        "Deutschland",
        "FR",
        "France",
        "NL",
        "CH",
        "AT",
        "Österreich",
        "SE",
        "ES",
        "IT",
        "PL",
        "IN",
        "BR",
        "CA",
        "AU",
        "JP",
    ];
    private static readonly string[] Regions = ["CA", "OR", "WA", "NY", "TX", "BY", "NW", "IDF", "London"];
    private static readonly string[] Languages = ["en", "en", "en", "de", "fr", "es", "nl"];
    private static readonly string[] Sources =
    [
        "organic",
        "paid-search",
        "event",
        "referral",
        "content",
        "partner",
        "campus",
    ];
    private static readonly string[] Timelines = ["0-3 months", "3-6 months", "6-12 months", "later", "unknown"];
    private static readonly string[] Crms = ["Salesforce", "HubSpot", "Dynamics", "SugarCRM", "none"];
    private static readonly string[] FreeMail = ["freemail.example", "inbox.example", "webmail.example"];
    private static readonly string[] Rivals = ["rival.example", "contender.example"];

    public static void Write(Utf8JsonWriter json, ref Chance chance, int index)
    {
        var first = chance.Of<string>(First);
        var last = chance.Of<string>(Last);
        var company = $"{chance.Of<string>(Companies)} {chance.Of<string>(CompanyKinds)}";
        var domain = Domain(ref chance, company);
        var employees = Employees(ref chance);
        json.WriteString("firstName", first);
        json.WriteString("lastName", last);
        var local = chance.Below(250) == 0 ? $"test.{last}" : $"{first}.{last}";
        json.WriteString("email", $"{Letters(local)}{index}@{domain}");
        json.WriteString("emailDomain", Dirty(ref chance, domain));
        Optional(json, ref chance, "jobTitle", Title(ref chance), 4);
        Optional(json, ref chance, "department", chance.Of<string>(Departments), 8);
        Optional(json, ref chance, "company", company, 6);
        Optional(json, ref chance, "industry", chance.Of<string>(Industries), 10);
        Number(json, ref chance, "employees", employees, 10);
        Number(json, ref chance, "revenue", employees * (40_000L + chance.Below(160_000)), 25);
        Optional(json, ref chance, "country", chance.Of<string>(Countries), 3);
        Optional(json, ref chance, "region", chance.Of<string>(Regions), 30);
        Optional(json, ref chance, "language", chance.Of<string>(Languages), 5);
        Optional(json, ref chance, "source", chance.Of<string>(Sources), 2);
        Number(json, ref chance, "budget", 1_000L * (1 + chance.Below(400)), 55);
        Optional(json, ref chance, "timeline", chance.Of<string>(Timelines), 40);
        json.WriteBoolean("optIn", chance.Percent(75));
        json.WriteBoolean("customer", chance.Percent(8));
        var funded = new DateTime(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(chance.Below(1_900));
        Optional(json, ref chance, "lastFundingAt", StandardLeads.Text(funded)[..10], 60);
        Optional(json, ref chance, "crm", chance.Of<string>(Crms), 20);
    }

    /// <summary>A job title with one of the areas that people append to it.</summary>
    public static string Title(ref Chance chance) => chance.Of<string>(Titles) + chance.Of<string>(Areas);

    /// <summary>Mostly small firms, some in the middle, few large.</summary>
    public static long Employees(ref Chance chance) =>
        chance.Below(10) switch
        {
            < 5 => 1 + chance.Below(60),
            < 8 => 40 + chance.Below(1_100),
            _ => 900 + chance.Below(40_000),
        };

    private static string Domain(ref Chance chance, string company)
    {
        var kind = chance.Below(100);
        return kind < 20 ? chance.Of<string>(FreeMail)
            : kind < 22 ? chance.Of<string>(Rivals)
            : Letters(company) + ".example";
    }

    private static void Optional(Utf8JsonWriter json, ref Chance chance, string key, string value, int missingPercent)
    {
        if (chance.Percent(missingPercent))
        {
            json.WriteNull(key);
        }
        else
        {
            json.WriteString(key, Dirty(ref chance, value));
        }
    }

    private static void Number(Utf8JsonWriter json, ref Chance chance, string key, long value, int missingPercent)
    {
        if (chance.Percent(missingPercent))
        {
            json.WriteNull(key);
            return;
        }

        switch (chance.Below(200))
        {
            case 0:
                json.WriteString(key, "n/a");
                break;
            case 1:
                json.WriteString(key, $" {value} ");
                break;
            default:
                json.WriteNumber(key, value);
                break;
        }
    }

    private static string Dirty(ref Chance chance, string value) =>
        chance.Below(120) switch
        {
            0 => $" {value} ",
            1 => value.ToUpperInvariant(),
            _ => value,
        };

    private static string Letters(string text) =>
        string.Concat(text.Where(letter => char.IsAsciiLetter(letter) || letter == '.').Select(char.ToLowerInvariant));
}
