namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>What the model asks of an activity's properties, answered while they are read.</summary>
[Flags]
public enum ActivityTags
{
    None = 0,
    DemoForm = 1 << 0,
    ContactForm = 1 << 1,
    ContentForm = 1 << 2,
    NewsletterForm = 1 << 3,
    PricingPage = 1 << 4,
    ProductPage = 1 << 5,
    CareersPage = 1 << 6,
    LongVisit = 1 << 7,
    NurtureCampaign = 1 << 8,
}
