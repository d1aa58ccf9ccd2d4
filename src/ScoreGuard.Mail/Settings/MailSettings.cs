using System.Collections.Immutable;
using System.Net.Mail;

namespace ScoreGuard.Mail.Settings;

/// <summary>How mails are sent, and to whom.</summary>
/// <param name="Smtp">With <see cref="MailWay.Smtp"/>; null otherwise.</param>
/// <param name="AcsEndpoint">With <see cref="MailWay.Acs"/>; null otherwise.</param>
/// <param name="PickupFolder">With <see cref="MailWay.Pickup"/>: where to; null: the host's choice.</param>
public sealed record MailSettings(
    MailWay Way,
    MailAddress From,
    ImmutableArray<MailAddress> To,
    SmtpServer? Smtp,
    Uri? AcsEndpoint,
    string? PickupFolder
)
{
    /// <summary>Who writes, and who is written to, where a pickup folder needs no real address.</summary>
    internal static MailAddress Nobody { get; } = new("scoreguard@localhost", "ScoreGuard");

    public static MailSettings Off { get; } = new(MailWay.Off, Nobody, [], null, null, null);
}
