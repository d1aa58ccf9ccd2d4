using System.Collections.Immutable;
using System.Text.Json;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Mautic;

/// <summary>What Mautic says about contacts, by the names that a workspace reads it back.</summary>
/// <remarks><c>points</c>, <c>stage</c> (its name), <c>owner</c> (the user's id), <c>group.NAME</c> (a group's score), or a field's alias.</remarks>
internal sealed class MauticOutcome(MauticApi api, MauticContacts contacts, ImmutableArray<string> properties)
{
    public const string Points = "points";
    public const string Stage = "stage";
    public const string Owner = "owner";
    public const string Group = "group.";

    /// <summary>A group's score takes a call for each contact.</summary>
    public bool AsksForGroups { get; } = properties.Any(name => name.StartsWith(Group, StringComparison.Ordinal));

    public async Task<ImmutableArray<Observation>> ObserveAsync(
        ImmutableArray<string> records,
        CancellationToken cancellationToken
    )
    {
        var observations = ImmutableArray.CreateBuilder<Observation>();
        foreach (var contact in await contacts.GetAsync(records, cancellationToken))
        {
            var id = contact.Find("id").AsText() ?? "";
            var groups = AsksForGroups ? await GroupsAsync(id, cancellationToken) : [];
            observations.Add(
                new(
                    id,
                    properties.ToImmutableDictionary(
                        name => name,
                        name => ValueOf(contact, groups, name),
                        StringComparer.Ordinal
                    )
                )
            );
        }

        return observations.ToImmutable();
    }

    private static string? ValueOf(JsonElement contact, List<JsonElement> groups, string name) =>
        name switch
        {
            Points => contact.Find("points").AsText(),
            Stage => contact.Find("stage").Find("name").AsText(),
            Owner => contact.Find("owner").Find("id").AsText(),
            _ when name.StartsWith(Group, StringComparison.Ordinal) => ScoreOf(groups, name[Group.Length..]),
            _ => MauticContacts.FieldOf(contact, name),
        };

    /// <summary>Null until the first action of the group: that is not a score of 0.</summary>
    private static string? ScoreOf(List<JsonElement> groups, string group) =>
        groups
            .FirstOrDefault(score =>
                score.Find("group").Find("name").AsText() == group || score.Find("group").Find("id").AsText() == group
            )
            .Find("score")
            .AsText();

    private async Task<List<JsonElement>> GroupsAsync(string record, CancellationToken cancellationToken)
    {
        var json = await api.GetAsync(
            new PlatformCall(
                HttpMethod.Get,
                "read a contact's group scores",
                $"api/contacts/{MauticContacts.Number(record)}/points/groups"
            ),
            cancellationToken
        );
        return [.. json.Find("groupScores").Items().Select(score => score.Item)];
    }
}
