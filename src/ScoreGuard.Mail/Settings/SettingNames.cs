namespace ScoreGuard.Mail.Settings;

/// <summary>The variables that mail is set up with.</summary>
public static class SettingNames
{
    public const string Way = "SCOREGUARD_MAIL";
    public const string From = "SCOREGUARD_MAIL_FROM";
    public const string To = "SCOREGUARD_MAIL_TO";
    public const string SmtpHost = "SCOREGUARD_SMTP_HOST";
    public const string SmtpPort = "SCOREGUARD_SMTP_PORT";
    public const string SmtpUser = "SCOREGUARD_SMTP_USER";
    public const string SmtpPassword = "SCOREGUARD_SMTP_PASSWORD";
    public const string SmtpTls = "SCOREGUARD_SMTP_TLS";
    public const string AcsEndpoint = "SCOREGUARD_ACS_ENDPOINT";
    public const string PickupFolder = "SCOREGUARD_PICKUP_FOLDER";
}
