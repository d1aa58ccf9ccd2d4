using System.Collections.Immutable;
using System.Text.Json;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Mautic;

/// <summary>Whether a contact reached people: an owner, or anything that was sent.</summary>
internal sealed class MauticBreaches(MauticApi api)
{
    private const int Page = 100;
    private const int MostPages = 20;

    private static readonly ImmutableArray<(string Type, string Words)> Sent =
    [
        ("email.sent", "it was sent a mail"),
        ("sms.sent", "it was sent a text message"),
        ("message.queue", "a message to it is queued"),
    ];

    public async Task<ImmutableArray<string>> FindAsync(string record, CancellationToken cancellationToken)
    {
        var breaches = ImmutableArray.CreateBuilder<string>();
        var id = MauticContacts.Number(record);
        var answer = await api.GetAsync(
            new PlatformCall(HttpMethod.Get, "read a contact", $"api/contacts/{id}"),
            cancellationToken
        );
        if (answer.Find("contact").Find("owner").Find("id").AsText() is { Length: > 0 } owner)
        {
            breaches.Add($"it was given the owner {owner}");
        }

        var types = await TypesAsync(id, cancellationToken);
        breaches.AddRange(Sent.Where(sent => types.Contains(sent.Type)).Select(sent => sent.Words));
        return breaches.ToImmutable();
    }

    /// <summary>What happened, by type: asked without a filter, for a version that does not know a type would hide it.</summary>
    private async Task<HashSet<string>> TypesAsync(long id, CancellationToken cancellationToken)
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        for (var page = 1; page <= MostPages; page++)
        {
            var json = await api.GetAsync(
                new PlatformCall(
                    HttpMethod.Get,
                    "read a contact's activity",
                    $"api/contacts/{id}/activity?limit={Page}&page={page}"
                ),
                cancellationToken
            );
            var events = json.Find("events").Items().Select(item => item.Item).ToList();
            types.UnionWith(events.Select(TypeOf));
            if (events.Count < Page)
            {
                break;
            }
        }

        return types;
    }

    private static string TypeOf(JsonElement happened) => happened.Find("event").AsText() ?? "";
}
