namespace ScoreGuard.Domain.Notifications;

/// <summary>What came of handing a mail over. Reasons hold no secret and no address.</summary>
public abstract record SendResult
{
    private SendResult() { }

    /// <param name="ProviderId">How the server that took it calls it; empty: it did not say.</param>
    public sealed record Sent(string ProviderId) : SendResult;

    /// <summary>Some receivers have it and others were refused, so it is never sent again.</summary>
    /// <param name="Reason">How many were refused, and by which codes.</param>
    public sealed record SentInPart(string Reason) : SendResult;

    /// <summary>
    /// There was nobody to take it: no connection, or silence before the mail was handed over. It certainly did not leave, and
    /// no other mail would just now.
    /// </summary>
    public sealed record Unreached(string Reason) : SendResult;

    /// <summary>It certainly did not leave, by the server's own words.</summary>
    /// <param name="Retryable">The same may work later without anybody doing anything.</param>
    public sealed record NotSent(string Reason, bool Retryable) : SendResult;

    /// <summary>The connection was lost, or nobody answered, after the mail had been handed over: it may have arrived.</summary>
    public sealed record Unknown(string Reason) : SendResult;
}
