namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>The activity types that the model names.</summary>
public enum ActivityKind : byte
{
    Other,
    FormSubmit,
    WebVisit,
    EmailOpen,
    EmailClick,
    WebinarRegistered,
    WebinarAttended,
    EventAttended,
    TradeShow,
    TrialStart,
    TrialLogin,
    ChatStarted,
    AttributeChange,
    Unsubscribe,
    SalesAccept,
    OpportunityCreated,
}
