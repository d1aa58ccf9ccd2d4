using System.Globalization;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using ScoreGuard.Domain.Notifications;

namespace ScoreGuard.Mail.Smtp;

/// <summary>What a server's refusal means. Only its number is repeated: its words may hold addresses.</summary>
internal static class SmtpAnswer
{
    private const int AuthenticationRequired = 530;
    private const int CredentialsRefused = 535;

    /// <returns>Null where there was no answer: the connection failed or broke.</returns>
    public static SendResult.NotSent? Of(SmtpException failure)
    {
        if (failure is SmtpFailedRecipientsException { InnerExceptions.Length: > 0 } several)
        {
            return Refused((int)several.InnerExceptions[0].StatusCode);
        }

        if (Find<AuthenticationException>(failure) is not null)
        {
            return new("The mail server’s certificate is not trusted.", Retryable: false);
        }

        // The client says so by these words alone.
        if (
            failure.StatusCode == SmtpStatusCode.GeneralFailure
            && failure.Message.Contains("secure connections", StringComparison.Ordinal)
        )
        {
            return new("The mail server offers no encryption.", Retryable: false);
        }

        return failure.StatusCode == SmtpStatusCode.GeneralFailure || Find<IOException>(failure) is not null
            ? null
            : Refused((int)failure.StatusCode);
    }

    public static string Loss(SmtpException failure) =>
        Find<SocketException>(failure) is { } socket
            ? $"The mail server cannot be reached ({socket.SocketErrorCode})."
            : "The connection to the mail server was lost.";

    private static SendResult.NotSent Refused(int code)
    {
        var number = code.ToString(CultureInfo.InvariantCulture);
        return code switch
        {
            AuthenticationRequired or CredentialsRefused or 534 or 538 => new(
                $"The mail server refused the login ({number}).",
                Retryable: false
            ),
            // 4xx is "not now" by the protocol's own words.
            >= 400 and < 500 => new($"The mail server asks to try again later ({number}).", Retryable: true),
            _ => new($"The mail server refused the mail ({number}).", Retryable: false),
        };
    }

    private static T? Find<T>(Exception failure)
        where T : Exception
    {
        for (Exception? inner = failure; inner is not null; inner = inner.InnerException)
        {
            if (inner is T found)
            {
                return found;
            }
        }

        return null;
    }
}
