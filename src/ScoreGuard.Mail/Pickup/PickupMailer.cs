using System.Net.Mail;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Mail.Settings;
using ScoreGuard.Mail.Smtp;

namespace ScoreGuard.Mail.Pickup;

/// <summary>Writes each mail as a whole <c>.eml</c> file into a folder, for people to open and for programs to fetch.</summary>
public sealed class PickupMailer(MailSettings settings, string folder) : IMailer
{
    /// <summary>The same mail is the same file, however often it is written.</summary>
    public async Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (!MailNames.IsMailName(mail.Id))
        {
            throw new ArgumentException("This is no name of a mail.", nameof(mail));
        }

        var target = Path.Combine(Path.GetFullPath(folder), mail.Id + ".eml");
        // The client gives its file a name of chance and writes it piece by piece: elsewhere, and moved once it is whole.
        var unfinished = target + ".unfinished";
        try
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }

            Directory.CreateDirectory(unfinished);
            using var message = new MimeMessage(mail, settings);
            using (var client = new SmtpClient())
            {
                client.DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory;
                client.PickupDirectoryLocation = unfinished;
                await client.SendMailAsync(message.Message, cancellationToken);
            }

            File.Move(Directory.GetFiles(unfinished).Single(), target, overwrite: true);
            Directory.Delete(unfinished, recursive: true);
            return new SendResult.Sent(Path.GetFileName(target));
        }
        catch (Exception failure) when (Fault(failure) is { } fault)
        {
            return new SendResult.NotSent(
                $"The pickup folder could not be written ({fault.GetType().Name}).",
                Retryable: true
            );
        }
    }

    private static Exception? Fault(Exception failure) =>
        failure switch
        {
            IOException or UnauthorizedAccessException => failure,
            SmtpException { InnerException: IOException or UnauthorizedAccessException } => failure.InnerException,
            _ => null,
        };
}
