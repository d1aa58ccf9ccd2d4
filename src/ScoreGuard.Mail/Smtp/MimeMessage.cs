using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Mail.Settings;

namespace ScoreGuard.Mail.Smtp;

/// <summary>A mail as SMTP carries it: plain text first, HTML last, which is what programs prefer.</summary>
internal sealed class MimeMessage : IDisposable
{
    private readonly WatchedStream last;

    public MimeMessage(OutgoingMail mail, MailSettings settings)
    {
        Message = new MailMessage
        {
            From = HeaderText.Of(settings.From),
            Subject = HeaderText.Of(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        foreach (var to in settings.To)
        {
            Message.To.Add(HeaderText.Of(to));
        }

        foreach (var (name, value) in MessageHeaders.Of(mail, settings.From))
        {
            Message.Headers.Add(name, value);
        }

        last = new WatchedStream(Encoding.UTF8.GetBytes(mail.Html));
        Message.AlternateViews.Add(
            View(new MemoryStream(Encoding.UTF8.GetBytes(mail.Text)), MediaTypeNames.Text.Plain)
        );
        Message.AlternateViews.Add(View(last, MediaTypeNames.Text.Html));
    }

    public MailMessage Message { get; }

    /// <summary>The whole of it was taken for sending: from here on nobody can say that it did not arrive.</summary>
    public bool WasHandedOver => last.WasReadToItsEnd;

    public void Dispose() => Message.Dispose();

    private static AlternateView View(Stream content, string type) =>
        new(content, new ContentType(type) { CharSet = Encoding.UTF8.WebName })
        {
            TransferEncoding = TransferEncoding.QuotedPrintable,
        };
}
