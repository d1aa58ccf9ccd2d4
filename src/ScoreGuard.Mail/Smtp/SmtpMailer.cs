using System.Net;
using System.Net.Mail;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Mail.Settings;

namespace ScoreGuard.Mail.Smtp;

/// <summary>Hands mails to an SMTP server. The server's certificate has to be one that this machine trusts.</summary>
/// <exception cref="ArgumentException">The settings would send a password unencrypted to another machine.</exception>
public sealed class SmtpMailer : IMailer
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(200);

    private readonly MailSettings settings;
    private readonly SmtpServer server;
    private readonly TimeSpan limit;

    /// <param name="limit">How long one attempt may take, from looking up the server's name to its last answer.</param>
    public SmtpMailer(MailSettings settings, TimeSpan limit)
    {
        server = settings.Smtp ?? throw new ArgumentException("There is no SMTP server.", nameof(settings));
        if (server is { StartTls: false, User: not null } && !SmtpReading.IsThisMachine(server.Host))
        {
            throw new ArgumentException("A password never travels unencrypted.", nameof(settings));
        }

        this.settings = settings;
        this.limit = limit;
    }

    public static TimeSpan DefaultLimit { get; } = TimeSpan.FromMinutes(1);

    private string NoAnswer =>
        $"The mail server did not answer within {Counted.Of((long)limit.TotalSeconds, "second")}.";

    public async Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var message = new MimeMessage(mail, settings);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ending.CancelAfter(limit);
        try
        {
            using var client = Client();
            await client.SendMailAsync(message.Message, ending.Token);
            return new SendResult.Sent("");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            return Lost(message, NoAnswer);
        }
        catch (SmtpException failure)
        {
            return SmtpAnswer.Of(failure, message)
                ?? Lost(message, ending.IsCancellationRequested ? NoAnswer : SmtpAnswer.Loss(failure));
        }
        catch (Exception failure) when (failure is IOException or InvalidOperationException or FormatException)
        {
            return Lost(message, "The connection to the mail server was lost.");
        }
    }

    private static SendResult Lost(MimeMessage message, string reason) =>
        message.WasHandedOver ? new SendResult.Unknown(reason) : new SendResult.Unreached(reason);

    private SmtpClient Client() =>
        new(server.Host, server.Port)
        {
            EnableSsl = server.StartTls,
            UseDefaultCredentials = false,
            Credentials = server.User is null ? null : new NetworkCredential(server.User, server.Password),
            // While it connects the client heeds no token, only this; it comes last, so that the token tells the two ends apart.
            Timeout = (int)(limit + Grace).TotalMilliseconds,
        };
}
