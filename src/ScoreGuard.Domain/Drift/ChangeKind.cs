namespace ScoreGuard.Domain.Drift;

/// <summary>What a changed outcome means for people, gravest first: a lead counts under the first that applies.</summary>
public enum ChangeKind
{
    /// <summary>In the baseline, no longer replayed.</summary>
    Vanished,

    /// <summary>Replayed, not in the baseline.</summary>
    New,

    /// <summary>The replay now ends in an error, or no longer does.</summary>
    Error,

    /// <summary>Reaches Sales now and did not before.</summary>
    SalesGained,

    /// <summary>Reached Sales before and does not now.</summary>
    SalesLost,

    /// <summary>Goes to somebody else, or at another time.</summary>
    Routing,

    /// <summary>A clock runs that did not, ends at another time or in another way.</summary>
    Sla,

    /// <summary>Ends in another stage, or came there by another way.</summary>
    Stage,

    /// <summary>Another grade or label.</summary>
    GradeOrLabel,

    /// <summary>A score moved by more than the tolerance.</summary>
    Score,

    /// <summary>Only what nobody sees: points of rules behind a cap, notes, a score within the tolerance.</summary>
    Detail,
}
