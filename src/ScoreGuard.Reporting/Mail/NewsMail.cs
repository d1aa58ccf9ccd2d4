using System.Text;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Mail;

/// <summary>The mail about one run.</summary>
public static class NewsMail
{
    /// <exception cref="ArgumentException">The report's parts do not sum to its totals.</exception>
    public static MailContent Write(RunReport report, MailLinks links)
    {
        report.RequireSums();
        var written = MailLimits
            .Levels.Select(limits => NewsView.Of(report, links, limits))
            .Select(view => new MailContent(
                view.Subject,
                view.Preheader,
                MailTemplate.Html("news", view),
                MailTemplate.Text("news", view)
            ));
        return written.First(mail => Encoding.UTF8.GetByteCount(mail.Html) <= MailContent.MostBytes);
    }
}
