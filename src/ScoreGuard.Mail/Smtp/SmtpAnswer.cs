using System.Globalization;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Notifications;

namespace ScoreGuard.Mail.Smtp;

/// <summary>What a server's refusal means. Only its number is repeated: its words may hold addresses.</summary>
internal static class SmtpAnswer
{
    private const int AuthenticationRequired = 530;
    private const int CredentialsRefused = 535;

    /// <param name="message">What was sent: where receivers were refused, whether the others have it.</param>
    /// <returns>Null where there was no answer: the connection failed or broke.</returns>
    public static SendResult? Of(SmtpException failure, MimeMessage message)
    {
        if (failure is SmtpFailedRecipientException refused)
        {
            // The client hands the mail over for the receivers that were accepted, and only then tells of the others.
            var codes = Codes(refused);
            return message.WasHandedOver
                ? new SendResult.SentInPart(
                    $"The mail server refused {codes.Length} of {Counted.Of(message.Message.To.Count, "receiver")} ({Numbers(codes)})."
                )
                : Refused(codes);
        }

        if (Find<AuthenticationException>(failure) is not null)
        {
            return new SendResult.NotSent("The mail server’s certificate is not trusted.", Retryable: false);
        }

        // The client says so by these words alone.
        if (
            failure.StatusCode == SmtpStatusCode.GeneralFailure
            && failure.Message.Contains("secure connections", StringComparison.Ordinal)
        )
        {
            return new SendResult.NotSent("The mail server offers no encryption.", Retryable: false);
        }

        return failure.StatusCode == SmtpStatusCode.GeneralFailure || Find<IOException>(failure) is not null
            ? null
            : Refused((int)failure.StatusCode);
    }

    public static string Loss(SmtpException failure) =>
        Find<SocketException>(failure) is { } socket
            ? $"The mail server cannot be reached ({socket.SocketErrorCode})."
            : "The connection to the mail server was lost.";

    private static int[] Codes(SmtpFailedRecipientException refused) =>
        refused is SmtpFailedRecipientsException { InnerExceptions.Length: > 0 } several
            ? [.. several.InnerExceptions.Select(one => (int)one.StatusCode)]
            : [(int)refused.StatusCode];

    /// <param name="codes">One for each refusal. Where any says "not now", nobody was refused for good.</param>
    private static SendResult.NotSent Refused(params int[] codes)
    {
        var numbers = Numbers(codes);
        return codes.FirstOrDefault(IsNotNow, codes[0]) switch
        {
            AuthenticationRequired or CredentialsRefused or 534 or 538 => new(
                $"The mail server refused the login ({numbers}).",
                Retryable: false
            ),
            var code when IsNotNow(code) => new(
                $"The mail server asks to try again later ({numbers}).",
                Retryable: true
            ),
            _ => new($"The mail server refused the mail ({numbers}).", Retryable: false),
        };
    }

    /// <summary>4xx by the protocol's own words.</summary>
    private static bool IsNotNow(int code) => code is >= 400 and < 500;

    private static string Numbers(int[] codes) =>
        string.Join(", ", codes.Distinct().Select(code => code.ToString(CultureInfo.InvariantCulture)));

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
