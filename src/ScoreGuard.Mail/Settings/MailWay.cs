namespace ScoreGuard.Mail.Settings;

/// <summary>The way that mails go.</summary>
public enum MailWay
{
    /// <summary>None: nothing is written and nothing is sent.</summary>
    Off,

    /// <summary>Files in a folder, for whoever picks them up. The default.</summary>
    Pickup,

    /// <summary>An SMTP server.</summary>
    Smtp,

    /// <summary>Azure Communication Services.</summary>
    Acs,
}
