namespace ScoreGuard.Domain.Diagnostics;

/// <summary>What can be wrong with the settings of mail.</summary>
public static class MailCodes
{
    public static readonly CodeArea Area = new("Mail", "SG53");

    public static readonly DiagnosticCode UnknownKind = Area.Define(
        "SG5301",
        "Mail goes no known way",
        "Set `SCOREGUARD_MAIL` to `off`, `pickup`, `smtp` or `acs`."
    );

    public static readonly DiagnosticCode SettingMissing = Area.Define(
        "SG5302",
        "A setting of mail is missing",
        "Set the variable that the message names, or turn mail off with `SCOREGUARD_MAIL=off`."
    );

    public static readonly DiagnosticCode BadAddress = Area.Define(
        "SG5303",
        "A mail address cannot be read",
        "Write `name@example.com` or `Name <name@example.com>`; several in `SCOREGUARD_MAIL_TO` with semicolons between them."
    );

    public static readonly DiagnosticCode BadPort = Area.Define(
        "SG5304",
        "The port is no port",
        "Set `SCOREGUARD_SMTP_PORT` to a whole number from 1 to 65535; without it, it is 587."
    );

    public static readonly DiagnosticCode BadTls = Area.Define(
        "SG5305",
        "The choice of encryption is unknown",
        "Set `SCOREGUARD_SMTP_TLS` to `starttls` or `none`; without it, it is `starttls`."
    );

    public static readonly DiagnosticCode PasswordUnencrypted = Area.Define(
        "SG5306",
        "A password would travel unencrypted",
        "Set `SCOREGUARD_SMTP_TLS` to `starttls`; without encryption a password only goes to this very machine."
    );

    public static readonly DiagnosticCode HalfLogin = Area.Define(
        "SG5307",
        "A login is only half given",
        "Set both `SCOREGUARD_SMTP_USER` and `SCOREGUARD_SMTP_PASSWORD`, or neither."
    );

    public static readonly DiagnosticCode BadEndpoint = Area.Define(
        "SG5308",
        "The endpoint of Azure Communication Services is no https address",
        "Set `SCOREGUARD_ACS_ENDPOINT` to the resource's endpoint, as `https://my-resource.communication.azure.com`."
    );

    public static readonly DiagnosticCode BadHost = Area.Define(
        "SG5309",
        "The mail server's name is no host name",
        "Set `SCOREGUARD_SMTP_HOST` to a host name or an IP address, without scheme and port."
    );
}
