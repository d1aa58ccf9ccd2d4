namespace ScoreGuard.Domain.Notifications;

/// <summary>How far a mail has come.</summary>
public enum MailState
{
    /// <summary>To be sent, now or once its next attempt is due.</summary>
    Pending,

    /// <summary>Claimed by a worker, who may have handed it over already.</summary>
    Sending,

    /// <summary>The server took it, for all receivers or for some.</summary>
    Sent,

    /// <summary>Nobody knows whether it arrived; it is never sent again by itself.</summary>
    Uncertain,

    /// <summary>It did not arrive, and no further attempt is made.</summary>
    GivenUp,
}
