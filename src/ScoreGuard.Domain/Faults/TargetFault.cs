namespace ScoreGuard.Domain.Faults;

/// <summary>A live platform could not do what it was asked: unreachable, refused credentials, a spent budget. Says nothing about drift.</summary>
/// <param name="kind">What a user can do about it depends on it.</param>
/// <param name="message">What, where, and what would be right; without secrets and without data of leads.</param>
public sealed class TargetFault(TargetFaultKind kind, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public TargetFaultKind Kind { get; } = kind;

    /// <summary>True where the platform may have done what it was asked: asking again could do it twice. Default false.</summary>
    public bool InDoubt { get; init; }
}

public enum TargetFaultKind
{
    /// <summary>No answer, or only failures, however often it was asked.</summary>
    Unreachable,

    /// <summary>The credentials, or what they may do, are not enough.</summary>
    Refused,

    /// <summary>The calls that the run or the day may take are taken.</summary>
    BudgetSpent,

    /// <summary>The platform is not set up as the workspace says: a property, form, event or campaign is missing.</summary>
    Setup,

    /// <summary>It answered what its description does not allow.</summary>
    Unintelligible,
}
