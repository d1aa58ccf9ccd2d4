using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.Mautic;

/// <summary>Contacts: into Mautic, found, and out of it.</summary>
internal sealed class MauticContacts(MauticApi api, LeadMapping leads)
{
    /// <summary>Addresses of one look-up, so that the request's line stays under 8 KB.</summary>
    public const int LookUp = 50;

    private bool _isChecked;

    public async Task<ImmutableArray<RecordResult>> CreateAsync(
        ImmutableArray<TargetRecord> records,
        CancellationToken cancellationToken
    )
    {
        var known = await FindAsync(records, cancellationToken);
        var fresh = records.Where(record => !known.ContainsKey(record.Address)).ToList();
        var made = await CreateNewAsync(fresh, cancellationToken);
        await CheckOnceAsync(fresh, made, cancellationToken);
        return
        [
            .. records.Select(record =>
                known.TryGetValue(record.Address, out var id) ? RecordResult.Of(id) : made[record.Address]
            ),
        ];
    }

    public async Task<ImmutableArray<RecordResult>> UpdateAsync(
        ImmutableArray<TargetSignal> signals,
        CancellationToken cancellationToken
    )
    {
        var rows = new JsonArray();
        foreach (var signal in signals)
        {
            var row = MauticProperties.ToJson(signal.Properties);
            row["id"] = Number(signal.Record);
            rows.Add((JsonNode)row);
        }

        var json = await api.GetAsync(
            new(HttpMethod.Patch, "edit contacts", "api/contacts/batch/edit", MauticApi.Json(rows)),
            cancellationToken
        );
        var results = signals.Select((_, row) => ResultOf(json, row)).ToArray();
        await RefuseDroppedAsync([.. signals.Select(signal => signal.Properties)], results, cancellationToken);
        return [.. results];
    }

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

    private async Task<Dictionary<string, string>> FindAsync(
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

    private async Task<Dictionary<string, RecordResult>> CreateNewAsync(
        List<TargetRecord> records,
        CancellationToken cancellationToken
    )
    {
        var results = new Dictionary<string, RecordResult>(StringComparer.OrdinalIgnoreCase);
        if (records.Count == 0)
        {
            return results;
        }

        var rows = new JsonArray([.. records.Select(record => MauticProperties.ToJson(record.Properties))]);
        var json = await api.GetAsync(
            new(HttpMethod.Post, "create contacts", "api/contacts/batch/new", MauticApi.Json(rows)),
            cancellationToken
        );
        var answers = records.Select((_, row) => ResultOf(json, row)).ToArray();
        var unlike = await RefuseDroppedAsync(
            [.. records.Select(record => record.Properties)],
            answers,
            cancellationToken
        );
        if (unlike.Length > 0)
        {
            await DeleteAsync(unlike, cancellationToken);
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < records.Count; row++)
        {
            var result = answers[row];
            results[records[row].Address] =
                result.Record is { } id && !taken.Add(id)
                    ? RecordResult.Refused(
                        "Mautic merged it with another lead: a unique identifier other than the address is the same"
                    )
                    : result;
        }

        return results;
    }

    /// <summary>Refuses what came out unlike the lead, because Mautic dropped a 0 or a no.</summary>
    /// <param name="results">One a row; those refused are replaced.</param>
    /// <returns>The contacts refused.</returns>
    private async Task<ImmutableArray<string>> RefuseDroppedAsync(
        ImmutableArray<ImmutableArray<TargetProperty>> rows,
        RecordResult[] results,
        CancellationToken cancellationToken
    )
    {
        var asked = Enumerable
            .Range(0, rows.Length)
            .Where(row =>
                results[row].Record is not null
                && rows[row].Any(property => MauticProperties.MayBeDropped(property.Value))
            )
            .ToList();
        if (asked.Count == 0)
        {
            return [];
        }

        var contacts = await GetAsync([.. asked.Select(row => results[row].Record!)], cancellationToken);
        var byId = contacts.ToDictionary(contact => contact.Find("id").AsText() ?? "", StringComparer.Ordinal);
        var refused = ImmutableArray.CreateBuilder<string>();
        foreach (var row in asked)
        {
            var id = results[row].Record!;
            var dropped = rows[row]
                .FirstOrDefault(property =>
                    MauticProperties.MayBeDropped(property.Value)
                    && !IsZero(FieldOf(byId.GetValueOrDefault(id), property.Name))
                );
            if (dropped.Name is not null)
            {
                refused.Add(id);
                results[row] = RecordResult.Refused(
                    $"this version of Mautic drops 0 and no, so {dropped.Name} cannot be set to it"
                );
            }
        }

        return refused.ToImmutable();
    }

    private static bool IsZero(string? value) =>
        decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number == 0;

    /// <summary>Looks at the first contact of all; where it lacks a field, those just made are taken out again.</summary>
    private async Task CheckOnceAsync(
        List<TargetRecord> records,
        Dictionary<string, RecordResult> made,
        CancellationToken cancellationToken
    )
    {
        if (_isChecked || records.FirstOrDefault(record => made[record.Address].Record is not null) is not { } first)
        {
            return;
        }

        var contacts = await GetAsync([made[first.Address].Record!], cancellationToken);
        try
        {
            MauticFieldCheck.Check(contacts.Count == 1 ? contacts[0] : default, first, leads.RunField);
        }
        catch (TargetFault)
        {
            await DeleteAsync([.. made.Values.Select(result => result.Record).OfType<string>()], cancellationToken);
            throw;
        }

        _isChecked = true;
    }

    private static RecordResult ResultOf(JsonElement json, int row)
    {
        var key = row.ToString(CultureInfo.InvariantCulture);
        var code = ItemAt(json.Find("statusCodes"), key).AsWhole();
        if (code is >= 200 and < 300 && ItemAt(json.Find("contacts"), key).Find("id").AsText() is { } id)
        {
            return RecordResult.Of(id);
        }

        var error = ItemAt(json.Find("errors"), key);
        return RecordResult.Refused(
            error.ValueKind == JsonValueKind.Object
                ? MauticHabits.Words(error)
                : $"Mautic says nothing but {(code is null ? "that it is missing in its answer" : $"HTTP {code}")}"
        );
    }

    private static JsonElement ItemAt(JsonElement list, string key) =>
        list.Items().FirstOrDefault(item => item.Key == key).Item;

    private static string Where(string column, string expression, string? value)
    {
        var condition = $"where[0][col]={Uri.EscapeDataString(column)}&where[0][expr]={expression}";
        return value is null ? condition : $"{condition}&where[0][val]={Uri.EscapeDataString(value)}";
    }
}
