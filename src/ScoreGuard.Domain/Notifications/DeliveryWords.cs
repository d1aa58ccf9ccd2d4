using System.Diagnostics;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Domain.Notifications;

/// <summary>How far a mail has come, in a sentence for people.</summary>
public static class DeliveryWords
{
    public static string Of(MailDelivery delivery) =>
        delivery.State switch
        {
            MailState.Pending when delivery.Attempts == 0 => "Waiting to be sent.",
            MailState.Pending =>
                $"Not sent after {Attempts(delivery)}, next one at {delivery.NextAttemptAt}: {delivery.Reason}",
            MailState.Sending => $"Being sent since {delivery.At}.",
            MailState.Sent when delivery.Reason.Length > 0 =>
                $"Sent at {delivery.At}, but not to every receiver: {delivery.Reason}",
            MailState.Sent => $"Sent at {delivery.At}.",
            MailState.Uncertain => $"Nobody knows whether it arrived, it is not sent again: {delivery.Reason}",
            MailState.GivenUp => $"Not sent, given up after {Attempts(delivery)}: {delivery.Reason}",
            _ => throw new UnreachableException(),
        };

    private static string Attempts(MailDelivery delivery) => Counted.Of(delivery.Attempts, "attempt");
}
