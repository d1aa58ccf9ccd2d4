using Azure.Core;

namespace ScoreGuard.Mail.Acs;

/// <summary>How the mail service is talked to: retries, transport and diagnostics as in every Azure client.</summary>
public sealed class AcsOptions : ClientOptions
{
    /// <summary>How long posting may take, and again how long waiting for its end. Default 2 minutes each.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How often to ask, where the service does not say. Default 2 seconds.</summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromSeconds(2);
}
