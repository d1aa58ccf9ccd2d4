namespace ScoreGuard.Domain.Notifications;

/// <summary>Why a run sends no mail.</summary>
public enum QuietReason
{
    /// <summary>It is a preview: nothing has happened.</summary>
    Preview,

    /// <summary>Everything is as approved.</summary>
    Passed,

    /// <summary>The last mail says the same, and was sent or is still being tried.</summary>
    AlreadyTold,

    /// <summary>A later run has spoken already.</summary>
    Overtaken,
}
