using System.Globalization;
using System.Net;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Mail.Settings;

/// <summary>Reads how to reach an SMTP server, and never lets a password travel unencrypted to another machine.</summary>
internal static class SmtpReading
{
    public static SmtpServer Read(SettingReading reading)
    {
        var host = Host(reading);
        var (user, password) = Login(reading);
        var startTls = StartTls(reading);
        if (!startTls && user is not null && host is not null && !IsThisMachine(host))
        {
            reading.Refuse(
                MailCodes.PasswordUnencrypted,
                SettingNames.SmtpTls,
                "The password would travel unencrypted to another machine; set it to starttls, or leave out the login."
            );
        }

        return new(host ?? "", Port(reading), user, password, startTls);
    }

    public static bool IsThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static string? Host(SettingReading reading)
    {
        if (reading.Require(SettingNames.SmtpHost) is not { } host)
        {
            return null;
        }

        if (Uri.CheckHostName(host) != UriHostNameType.Unknown)
        {
            return host;
        }

        reading.Refuse(
            MailCodes.BadHost,
            SettingNames.SmtpHost,
            "This is no host name; write it without scheme and port, as smtp.example.com."
        );
        return null;
    }

    private static int Port(SettingReading reading)
    {
        if (reading.Find(SettingNames.SmtpPort) is not { } text)
        {
            return SmtpServer.DefaultPort;
        }

        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is > 0 and <= 65_535
        )
        {
            return port;
        }

        reading.Refuse(
            MailCodes.BadPort,
            SettingNames.SmtpPort,
            $"{Quote.Code(text)} is no port; it is a whole number from 1 to 65535."
        );
        return SmtpServer.DefaultPort;
    }

    private static (string? User, string? Password) Login(SettingReading reading)
    {
        var user = reading.Find(SettingNames.SmtpUser);
        var password = reading.FindSecret(SettingNames.SmtpPassword);
        if (user is null != password is null)
        {
            var (given, missing) = user is null
                ? (SettingNames.SmtpPassword, SettingNames.SmtpUser)
                : (SettingNames.SmtpUser, SettingNames.SmtpPassword);
            reading.Refuse(MailCodes.HalfLogin, missing, $"{given} is set and {missing} is not; a login needs both.");
        }

        return (user, password);
    }

    private static bool StartTls(SettingReading reading)
    {
        switch (reading.Find(SettingNames.SmtpTls)?.ToLowerInvariant())
        {
            case null or "starttls":
                return true;
            case "none":
                return false;
            case var other:
                reading.Refuse(
                    MailCodes.BadTls,
                    SettingNames.SmtpTls,
                    $"{Quote.Code(other)} is no choice; it is starttls or none."
                );
                return true;
        }
    }
}
