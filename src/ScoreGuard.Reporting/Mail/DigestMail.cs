using System.Text;
using ScoreGuard.Domain.Notifications;

namespace ScoreGuard.Reporting.Mail;

/// <summary>The mail about the week of all workspaces.</summary>
public static class DigestMail
{
    /// <summary>How many workspaces it shows: as many as fit, however long their texts are.</summary>
    private static readonly int[] Levels = [60, 30, 15, 8];

    public static MailContent Write(WeeklyDigest digest)
    {
        var written = Levels
            .Select(most => DigestView.Of(digest, most))
            .Select(view => new MailContent(
                view.Subject,
                view.Preheader,
                MailTemplate.Html("digest", view),
                MailTemplate.Text("digest", view)
            ));
        return written.First(mail => Encoding.UTF8.GetByteCount(mail.Html) <= MailContent.MostBytes);
    }
}
