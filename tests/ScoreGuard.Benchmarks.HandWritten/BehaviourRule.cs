namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>The behaviour rules, in document order.</summary>
public enum BehaviourRule : byte
{
    DemoRequest,
    ContactSales,
    Content,
    Newsletter,
    Pricing,
    Product,
    Careers,
    Visit,
    LongVisit,
    Open,
    Click,
    NurtureClick,
    WebinarRegistered,
    Webinar,
    Event,
    TwoChannels,
    Trial,
    TrialActive,
    Chat,
    NewRole,
    Idle30,
    Unsubscribed,
}
