using System.Net.Mail;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Mail.Settings;

namespace ScoreGuard.Mail.Tests;

/// <summary>Fills what a test does not care about.</summary>
internal static class SomeMail
{
    public const string User = "guard";
    public const string Password = "pässword; with spaces";

    public static MailAddress From { get; } = new("guard@example.com", "ScoreGuard für Acme");

    /// <param name="number">Mails of other numbers are other mails.</param>
    /// <param name="thread">The number of the thread's first mail.</param>
    public static OutgoingMail Of(int number = 1, int? thread = null, string subject = "[drift] Acme: MQL +37 / −12") =>
        new(
            $"20260310T0600{number:00}000Z-1a2b3c4d",
            MailKind.News,
            Key(number),
            Key(thread ?? number),
            "sha256:f",
            ClosesThread: false,
            subject,
            "<!doctype html><html lang=\"en\"><body><p>−12 &amp; 👩‍👩‍👧 "
                + new string('x', 2_000)
                + "</p>\n</body></html>\n",
            "−12 & 👩‍👩‍👧\n.\n..two dots\nFrom here\n" + new string('y', 2_000) + "\n",
            new Instant(1_773_122_400_000)
        );

    public static MailSettings Settings(
        int port,
        bool startTls,
        string? password = Password,
        string host = "localhost"
    ) =>
        new(
            MailWay.Smtp,
            From,
            [new("ann@example.com", "Ann Ünal"), new("bob@example.com")],
            new(host, port, password is null ? null : User, password, startTls),
            null,
            null
        );

    private static string Key(int number) => $"20260310T0600{number:00}000Z-1a2b3c4d.0123456789ab";
}
