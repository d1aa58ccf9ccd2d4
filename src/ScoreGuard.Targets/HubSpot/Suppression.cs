using System.Collections.Immutable;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.HubSpot;

/// <summary>Signs that a synthetic contact reached somebody.</summary>
internal sealed class Suppression(ContactReads reads, HubSpotOptions options)
{
    private const string Marketing = "hs_marketable_status";

    private static readonly ImmutableArray<(string Sign, string Property, string Says)> Checks =
    [
        ("owner", "hubspot_owner_id", "it was given the owner"),
        ("marketing", Marketing, "it is a marketing contact, so that marketing e-mails may be sent to it"),
        ("mail", "hs_email_last_send_date", "a marketing e-mail was sent to it"),
        ("company", "associatedcompanyid", "it was put to the company"),
        ("salesforce", "salesforceleadid", "it was synchronised to Salesforce as a lead"),
        ("salesforce", "salesforcecontactid", "it was synchronised to Salesforce as a contact"),
    ];

    /// <summary>What <c>allow</c> may name.</summary>
    public static ImmutableArray<string> Signs { get; } =
    [.. Checks.Select(check => check.Sign).Distinct(StringComparer.Ordinal)];

    public async Task<ImmutableArray<string>> FindAsync(string record, CancellationToken cancellationToken)
    {
        var checks = Checks.Where(check => !options.Allowed.Contains(check.Sign)).ToList();
        var observed = await reads.ReadAsync(
            [record],
            [.. checks.Select(check => check.Property).Concat(options.MustBeEmpty).Distinct(StringComparer.Ordinal)],
            cancellationToken
        );
        if (observed is not [var contact])
        {
            return ["it is gone: something deleted it or merged it into another contact"];
        }

        return
        [
            .. checks.Select(check => Breach(check, contact)).OfType<string>(),
            .. options
                .MustBeEmpty.Where(property => contact.Values.GetValueOrDefault(property) is not null)
                .Select(property => $"its property {property} has a value"),
        ];
    }

    /// <summary>In words; ids of owners and companies are no data of the lead and help to find out who did it.</summary>
    private static string? Breach((string Sign, string Property, string Says) check, Observation contact) =>
        contact.Values.GetValueOrDefault(check.Property) switch
        {
            null => null,
            "false" when check.Property == Marketing => null,
            var id when check.Sign is "owner" or "company" => $"{check.Says} {Domain.Documents.Quote.Plain(id, 20)}",
            _ => check.Says,
        };
}
