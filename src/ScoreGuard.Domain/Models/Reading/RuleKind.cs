namespace ScoreGuard.Domain.Models.Reading;

/// <summary>What makes a rule look: nothing (an attribute rule), activities, time without them, or midnight.</summary>
[Flags]
internal enum RuleKind
{
    None = 0,
    Attribute = 1,
    Activity = 2,
    Idle = 4,
    Midnight = 8,

    /// <summary>Those that write ledger entries.</summary>
    Firing = Activity | Idle | Midnight,
}
