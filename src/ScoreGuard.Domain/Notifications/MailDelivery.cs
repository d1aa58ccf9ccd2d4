using System.Diagnostics;

namespace ScoreGuard.Domain.Notifications;

/// <summary>How far one mail has come, and every way onwards.</summary>
/// <remarks>
/// A mail is claimed before it is handed over. SMTP cannot take a mail exactly once, so a mail whose sender vanished in between
/// is not sent again: it is <see cref="MailState.Uncertain"/>.
/// </remarks>
/// <param name="Attempts">Begun so far.</param>
/// <param name="At">Since when it is in this state.</param>
/// <param name="NextAttemptAt">With <see cref="MailState.Pending"/>: not before then; null otherwise.</param>
/// <param name="Reason">
/// Why the last attempt failed, or why nobody knows; with <see cref="MailState.Sent"/>, how many receivers were refused. Empty:
/// nothing went wrong.
/// </param>
/// <param name="ProviderId">With <see cref="MailState.Sent"/>: how the server calls it; empty otherwise, or where it did not say.</param>
public sealed record MailDelivery(
    MailState State,
    int Attempts,
    Instant At,
    Instant? NextAttemptAt,
    string Reason,
    string ProviderId
)
{
    private const string Vanished = "Whoever was sending it vanished; it may or may not have arrived.";

    private static readonly Duration[] Waits = [Minutes(1), Minutes(5), Minutes(30), Minutes(2 * 60), Minutes(6 * 60)];

    /// <summary>After this a claim is nobody's any more.</summary>
    public static Duration LongestAttempt { get; } = Minutes(10);

    public static MailDelivery Queued(Instant at) => new(MailState.Pending, 0, at, at, "", "");

    /// <summary>Whether anything may still happen to it by itself.</summary>
    public bool IsOpen => State is MailState.Pending or MailState.Sending;

    public bool IsDue(Instant now) => State == MailState.Pending && NextAttemptAt <= now;

    /// <summary>The same, save that a claim which nobody can still hold is <see cref="MailState.Uncertain"/>.</summary>
    public MailDelivery SeenAt(Instant now) =>
        State == MailState.Sending && At + LongestAttempt <= now
            ? this with
            {
                State = MailState.Uncertain,
                At = now,
                Reason = Vanished,
            }
            : this;

    /// <exception cref="InvalidOperationException">It is not due.</exception>
    public MailDelivery Claim(Instant now) =>
        IsDue(now)
            ? this with
            {
                State = MailState.Sending,
                Attempts = Attempts + 1,
                At = now,
                NextAttemptAt = null,
            }
            : throw new InvalidOperationException($"A mail that is {State} cannot be claimed at {now}.");

    /// <summary>What the attempt that was claimed led to.</summary>
    /// <exception cref="InvalidOperationException">It was not claimed.</exception>
    public MailDelivery Conclude(SendResult result, Instant now)
    {
        if (State != MailState.Sending)
        {
            throw new InvalidOperationException($"A mail that is {State} has no attempt to conclude.");
        }

        var ended = this with { At = now };
        return result switch
        {
            SendResult.Sent sent => ended with { State = MailState.Sent, Reason = "", ProviderId = sent.ProviderId },
            SendResult.SentInPart part => ended with { State = MailState.Sent, Reason = part.Reason },
            SendResult.Unknown unknown => ended with { State = MailState.Uncertain, Reason = unknown.Reason },
            SendResult.Unreached unreached => ended.Later(unreached.Reason),
            SendResult.NotSent { Retryable: true } later => ended.Later(later.Reason),
            SendResult.NotSent never => ended with { State = MailState.GivenUp, Reason = never.Reason },
            _ => throw new UnreachableException(),
        };
    }

    private MailDelivery Later(string reason) =>
        Attempts <= Waits.Length
            ? this with
            {
                State = MailState.Pending,
                NextAttemptAt = At + Waits[Attempts - 1],
                Reason = reason,
            }
            : this with
            {
                State = MailState.GivenUp,
                Reason = reason,
            };

    private static Duration Minutes(long minutes) => new(minutes * 60_000);
}
