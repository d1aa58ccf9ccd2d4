using System.Net.Mail;
using ScoreGuard.Domain.Notifications;

namespace ScoreGuard.Mail;

/// <summary>What tells mail programs which mails belong together, and that nobody wrote this one by hand.</summary>
internal static class MessageHeaders
{
    public static IEnumerable<KeyValuePair<string, string>> Of(OutgoingMail mail, MailAddress from)
    {
        yield return new("Message-ID", Id(mail.MessageKey, from));
        if (!mail.BeginsThread)
        {
            yield return new("In-Reply-To", Id(mail.ThreadKey, from));
            yield return new("References", Id(mail.ThreadKey, from));
        }

        yield return new("List-Id", $"ScoreGuard <scoreguard.{from.Host}>");
        yield return new("Auto-Submitted", "auto-generated");
        yield return new("X-Auto-Response-Suppress", "All");
    }

    private static string Id(string key, MailAddress from) => $"<{key}@{from.Host}>";
}
