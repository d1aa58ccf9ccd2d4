using Azure;
using ScoreGuard.Domain.Notifications;

namespace ScoreGuard.Mail.Acs;

/// <summary>What an answer of the service means for the mail. Its codes are repeated, its words are not: they may hold addresses.</summary>
internal static class AcsAnswer
{
    private const int LongestCode = 60;

    public static SendResult NotReached { get; } = new SendResult.Unreached("The mail service cannot be reached.");

    /// <returns>Null: it goes on.</returns>
    public static SendResult? End(AcsResult? result, OutgoingMail mail) =>
        result?.Status switch
        {
            "Succeeded" => new SendResult.Sent(AcsOperation.Of(mail).ToString()),
            // The same mail is the same operation, and that one has ended.
            "Failed" or "Canceled" => new SendResult.NotSent(
                $"The mail service could not send it ({result.Status}{Code(result.Error?.Code)}).",
                Retryable: false
            ),
            _ => null,
        };

    public static SendResult Refused(Response answer)
    {
        var code = Numbered(answer);
        return answer.Status switch
        {
            // A role that was just given needs minutes until it counts.
            401 or 403 => new SendResult.NotSent(
                $"The mail service refused the app’s identity ({code}); it needs a role that may send there.",
                Retryable: true
            ),
            429 or >= 500 => new SendResult.NotSent(
                $"The mail service asks to try again later ({code}).",
                Retryable: true
            ),
            _ => new SendResult.NotSent($"The mail service refused the mail ({code}).", Retryable: false),
        };
    }

    /// <param name="posted">What posting gave; null: nobody knows.</param>
    /// <param name="asked">What asking gave, which is no state of an operation; null: nothing.</param>
    public static SendResult NotFollowed(Response? posted, Response? asked) =>
        (posted, asked?.Status) switch
        {
            ({ Status: 400 or 409 } refused, _) => Refused(refused),
            ({ Status: >= 500 } failed, 404) => Refused(failed),
            (null, 404) => NotReached,
            _ => new SendResult.Unknown(
                $"The mail service does not say how it ended{(asked is null ? "" : $" ({Numbered(asked)})")}."
            ),
        };

    private static string Numbered(Response answer)
    {
        answer.Headers.TryGetValue("x-ms-error-code", out var code);
        return $"{answer.Status}{Code(code)}";
    }

    private static string Code(string? code) =>
        code is { Length: > 0 and <= LongestCode } && code.All(char.IsAsciiLetterOrDigit) ? $", {code}" : "";
}
