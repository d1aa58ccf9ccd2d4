using System.Security.Cryptography;
using System.Text;
using ScoreGuard.Domain.Notifications;

namespace ScoreGuard.Mail.Acs;

/// <summary>The name of a send at the service: the same mail is the same operation, however often it is posted.</summary>
internal static class AcsOperation
{
    private const int UuidLength = 16;

    public static Guid Of(OutgoingMail mail)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(mail.MessageKey)).AsSpan(0, UuidLength);
        // Version 8 of RFC 9562: a UUID of one's own making.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
