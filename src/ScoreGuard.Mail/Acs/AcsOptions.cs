using Azure.Core;

namespace ScoreGuard.Mail.Acs;

/// <summary>How the mail service is talked to: retries, transport and diagnostics as in every Azure client.</summary>
public sealed class AcsOptions : ClientOptions
{
    /// <summary>How long one attempt may take; at most half of it goes to posting, the rest to asking. Default 1 minute.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often to ask, where the service does not say. Default 2 seconds.</summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromSeconds(2);
}
