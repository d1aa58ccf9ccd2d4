using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ScoreGuard.Domain.Notifications;
using ScoreGuard.Mail.Settings;

namespace ScoreGuard.Mail.Acs;

/// <summary>A mail as the service takes it: <c>EmailMessage</c> of its API, version 2023-03-31.</summary>
/// <param name="UserEngagementTrackingDisabled">Always true: links of a mail open what they say, and nobody counts who does.</param>
internal sealed record AcsMessage(
    string SenderAddress,
    AcsContent Content,
    AcsRecipients Recipients,
    ImmutableSortedDictionary<string, string> Headers,
    bool UserEngagementTrackingDisabled
)
{
    public static AcsMessage Of(OutgoingMail mail, MailSettings settings) =>
        new(
            settings.From.Address,
            new(HeaderText.Of(mail.Subject), mail.Text, mail.Html),
            new([.. settings.To.Select(to => new AcsAddress(to.Address, HeaderText.Of(to.DisplayName)))]),
            MessageHeaders.Of(mail, settings.From).ToImmutableSortedDictionary(StringComparer.Ordinal),
            UserEngagementTrackingDisabled: true
        );
}

internal sealed record AcsContent(string Subject, string PlainText, string Html);

internal sealed record AcsRecipients(ImmutableArray<AcsAddress> To);

internal sealed record AcsAddress(string Address, string DisplayName);

/// <param name="Status">NotStarted, Running, Succeeded, Failed or Canceled.</param>
internal sealed record AcsResult(string? Id, string? Status, AcsError? Error);

internal sealed record AcsError(string? Code);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AcsMessage))]
[JsonSerializable(typeof(AcsResult))]
internal sealed partial class AcsJson : JsonSerializerContext;
