using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.Mautic;

/// <summary>Contacts found in Mautic, and taken out of it.</summary>
internal sealed class MauticContacts(MauticApi api, LeadMapping leads)
{
    /// <summary>Addresses of one look-up, so that the request's line stays under 8 KB.</summary>
    public const int LookUp = 50;

    /// <summary>Contacts by their ids; those that are gone are missing.</summary>
    public Task<IReadOnlyList<JsonElement>> GetAsync(
        ImmutableArray<string> records,
        CancellationToken cancellationToken
    ) =>
        api.ListAsync(
            $"api/contacts?search={Uri.EscapeDataString($"ids:{string.Join(',', records.Select(Number))}")}",
            "contacts",
            "find contacts",
            cancellationToken
        );

    /// <remarks>
    /// Not by <c>search</c>: there a field's value is a beginning of it, and none excludes the empty ones. A condition on the
    /// column is exact.
    /// </remarks>
    public async Task<ImmutableArray<LeftRecord>> ListAsync(string? run, CancellationToken cancellationToken)
    {
        var condition = run is null ? Where(leads.RunField, "isNotNull", null) : Where(leads.RunField, "eq", run);
        var contacts = await api.ListAsync(
            $"api/contacts?{condition}",
            "contacts",
            "list synthetic contacts",
            cancellationToken
        );
        return
        [
            .. contacts
                .Select(contact => new LeftRecord(
                    contact.Find("id").AsText() ?? "",
                    FieldOf(contact, leads.RunField) ?? ""
                ))
                .Where(left => left is { Record.Length: > 0, Run.Length: > 0 } && (run is null || left.Run == run)),
        ];
    }

    public async Task DeleteAsync(ImmutableArray<string> records, CancellationToken cancellationToken)
    {
        var json = await api.GetAsync(
            new(
                HttpMethod.Delete,
                "delete contacts",
                $"api/contacts/batch/delete?ids={string.Join(',', records.Select(Number))}"
            ),
            cancellationToken
        );
        var refused = json.Find("errors")
            .Items()
            .Select(error => error.Item)
            .Where(error => error.Find("code").AsText() != "404")
            .ToList();
        if (refused.Count == records.Length)
        {
            throw new TargetFault(
                TargetFaultKind.Refused,
                $"Mautic deletes none of {records.Length} contacts: {MauticHabits.Words(refused[0])}."
            );
        }
    }

    /// <summary>What a contact has in a field of its own; null: nothing.</summary>
    public static string? FieldOf(JsonElement contact, string alias)
    {
        var fields = contact.Find("fields");
        var value = fields.Find("all").Find(alias);
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            value = fields
                .Items()
                .Select(group => group.Item.Find(alias).Find("value"))
                .FirstOrDefault(found => found.ValueKind != JsonValueKind.Undefined);
        }

        return value.AsText() is { Length: > 0 } text ? text : null;
    }

    /// <summary>An id as the number that it must be: it becomes part of addresses.</summary>
    public static long Number(string record) =>
        long.TryParse(record, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new TargetFault(
                TargetFaultKind.Setup,
                "A record's id is no number, so it is not one of Mautic's contacts."
            );

    /// <summary>Those that are there already, by their addresses.</summary>
    public async Task<Dictionary<string, string>> FindAsync(
        ImmutableArray<TargetRecord> records,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var some in records.Chunk(LookUp))
        {
            var condition = Where(leads.AddressField, "in", string.Join(',', some.Select(record => record.Address)));
            var contacts = await api.ListAsync(
                $"api/contacts?{condition}",
                "contacts",
                "find contacts by address",
                cancellationToken
            );
            foreach (var contact in contacts)
            {
                if (FieldOf(contact, leads.AddressField) is { } address && contact.Find("id").AsText() is { } id)
                {
                    found.TryAdd(address, id);
                }
            }
        }

        return found;
    }

    private static string Where(string column, string expression, string? value)
    {
        var condition = $"where[0][col]={Uri.EscapeDataString(column)}&where[0][expr]={expression}";
        return value is null ? condition : $"{condition}&where[0][val]={Uri.EscapeDataString(value)}";
    }
}
