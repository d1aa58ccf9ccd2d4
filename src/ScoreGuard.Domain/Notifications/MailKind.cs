namespace ScoreGuard.Domain.Notifications;

/// <summary>Why a mail is written.</summary>
public enum MailKind
{
    /// <summary>A run found something that its readers do not know yet.</summary>
    News,

    /// <summary>The week of all workspaces.</summary>
    Digest,
}
