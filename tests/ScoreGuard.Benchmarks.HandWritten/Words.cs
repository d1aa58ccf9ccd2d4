namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>The words of the model: values trimmed and whatever their case, names exact.</summary>
public sealed class Words
{
    public Vocabulary<FieldName> Fields { get; } = Names(FieldName.Unknown, FieldsByName());

    public Vocabulary<ActivityKind> Kinds { get; } =
        Names(
            ActivityKind.Other,
            new()
            {
                ["form_submit"] = ActivityKind.FormSubmit,
                ["web_visit"] = ActivityKind.WebVisit,
                ["email_open"] = ActivityKind.EmailOpen,
                ["email_click"] = ActivityKind.EmailClick,
                ["webinar_registered"] = ActivityKind.WebinarRegistered,
                ["webinar_attended"] = ActivityKind.WebinarAttended,
                ["event_attended"] = ActivityKind.EventAttended,
                ["trade_show"] = ActivityKind.TradeShow,
                ["trial_start"] = ActivityKind.TrialStart,
                ["trial_login"] = ActivityKind.TrialLogin,
                ["chat_started"] = ActivityKind.ChatStarted,
                ["attribute_change"] = ActivityKind.AttributeChange,
                ["unsubscribe"] = ActivityKind.Unsubscribe,
                ["sales_accept"] = ActivityKind.SalesAccept,
                ["opportunity_created"] = ActivityKind.OpportunityCreated,
            }
        );

    public Vocabulary<JobTitle?> Titles { get; } = new(JobTitle.Read);

    public Vocabulary<Country> Countries { get; } =
        Values(
            Country.Missing,
            Country.Other,
            (Country.US, ["US", "USA", "United States", "United States of America"]),
            (Country.GB, ["GB", "UK", "United Kingdom", "Great Britain"]),
            (Country.DE, ["DE", "Germany", "Deutschland"]),
            (Country.FR, ["FR", "France"]),
            (Country.NL, ["NL", "Netherlands", "The Netherlands"]),
            (Country.CH, ["CH", "Switzerland", "Schweiz"]),
            (Country.AT, ["AT", "Austria", "Österreich"])
        );

    public Vocabulary<Department> Departments { get; } =
        Values(
            Department.Missing,
            Department.Other,
            (Department.Marketing, ["Marketing", "Marketing Operations", "Demand Generation"])
        );

    public Vocabulary<Industry> Industries { get; } =
        Values(Industry.Missing, Industry.Other, (Industry.Core, ["Software", "Financial Services", "Manufacturing"]));

    public Vocabulary<Region> Regions { get; } =
        Values(Region.Missing, Region.Other, (Region.WestCoast, ["CA", "OR", "WA"]));

    public Vocabulary<Language> Languages { get; } =
        Values(Language.Missing, Language.Other, (Language.French, ["fr"]));

    public Vocabulary<LeadSource> Sources { get; } =
        Values(LeadSource.Missing, LeadSource.Other, (LeadSource.Campus, ["campus"]));

    public Vocabulary<Timeline> Timelines { get; } =
        Values(Timeline.Missing, Timeline.Other, (Timeline.Soon, ["0-3 months", "3-6 months"]));

    public Vocabulary<Crm> Crms { get; } = Values(Crm.Missing, Crm.Other, (Crm.Supported, ["Salesforce", "HubSpot"]));

    public Vocabulary<MailDomain> MailDomains { get; } =
        Values(
            MailDomain.Missing,
            MailDomain.Other,
            (MailDomain.Free, ["freemail.example", "inbox.example", "webmail.example"]),
            (MailDomain.Competitor, ["rival.example", "contender.example"])
        );

    public Vocabulary<ActivityTags> Forms { get; } = new(Form);

    public Vocabulary<ActivityTags> Pages { get; } = new(Page);

    public Vocabulary<ActivityTags> Campaigns { get; } =
        new(text => Has(text.Contains("nurture", StringComparison.OrdinalIgnoreCase), ActivityTags.NurtureCampaign));

    private static Dictionary<string, FieldName> FieldsByName() =>
        Enum.GetValues<FieldName>()
            .Where(field => field != FieldName.Unknown)
            .ToDictionary(field => char.ToLowerInvariant(field.ToString()[0]) + field.ToString()[1..]);

    private static ActivityTags Form(string spelling)
    {
        var text = spelling.Trim();
        return Has(Is(text, "demo-request"), ActivityTags.DemoForm)
            | Has(Is(text, "contact-sales") || Is(text, "pricing-quote"), ActivityTags.ContactForm)
            | Has(Starts(text, "content-"), ActivityTags.ContentForm)
            | Has(Is(text, "newsletter"), ActivityTags.NewsletterForm);
    }

    private static ActivityTags Page(string spelling)
    {
        var text = spelling.Trim();
        return Has(Starts(text, "/pricing"), ActivityTags.PricingPage)
            | Has(Starts(text, "/product"), ActivityTags.ProductPage)
            | Has(Starts(text, "/careers"), ActivityTags.CareersPage);
    }

    private static bool Is(string text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool Starts(string text, string word) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static ActivityTags Has(bool yes, ActivityTags tag) => yes ? tag : ActivityTags.None;

    private static Vocabulary<T> Names<T>(T other, Dictionary<string, T> names) =>
        new(spelling => names.GetValueOrDefault(spelling, other));

    private static Vocabulary<T> Values<T>(T missing, T other, params ReadOnlySpan<(T Value, string[] Words)> values)
    {
        var known = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase) { [""] = missing };
        foreach (var (value, words) in values)
        {
            foreach (var word in words)
            {
                known[word] = value;
            }
        }

        return new(spelling => known.GetValueOrDefault(spelling.Trim(), other));
    }
}
