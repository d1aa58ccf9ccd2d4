using System.Diagnostics;
using Azure.Identity;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Mail.Acs;
using ScoreGuard.Mail.Pickup;
using ScoreGuard.Mail.Settings;
using ScoreGuard.Mail.Smtp;

namespace ScoreGuard.Mail;

/// <summary>The mailer that the settings ask for.</summary>
public static class Mailers
{
    /// <param name="pickupFolder">Where to, with <see cref="MailWay.Pickup"/> and no folder of its own.</param>
    /// <returns>Null: mail is off.</returns>
    public static IMailer? Of(MailSettings settings, string pickupFolder, TimeProvider time) =>
        settings.Way switch
        {
            MailWay.Off => null,
            MailWay.Pickup => new PickupMailer(settings, settings.PickupFolder ?? pickupFolder),
            MailWay.Smtp => new SmtpMailer(settings, SmtpMailer.DefaultLimit),
            // In Azure the app's own identity, on a developer's machine theirs.
            MailWay.Acs => new AcsMailer(settings, new DefaultAzureCredential(), new AcsOptions(), time),
            _ => throw new UnreachableException(),
        };
}
