using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.Mautic;

/// <summary>Contacts into Mautic: made where their address is not there yet, and edited.</summary>
internal sealed class MauticWriting(MauticApi api, MauticContacts contacts, LeadMapping leads)
{
    private bool _isChecked;

    public async Task<ImmutableArray<RecordResult>> CreateAsync(
        ImmutableArray<TargetRecord> records,
        CancellationToken cancellationToken
    )
    {
        var known = await contacts.FindAsync(records, cancellationToken);
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
            row["id"] = MauticContacts.Number(signal.Record);
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
            await contacts.DeleteAsync(unlike, cancellationToken);
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < records.Count; row++)
        {
            var result = answers[row];
            results[records[row].Address] =
                result.Record is { } id && !taken.Add(id)
                    ? RecordResult.Rejected(
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

        var found = await contacts.GetAsync([.. asked.Select(row => results[row].Record!)], cancellationToken);
        var byId = found.ToDictionary(contact => contact.Find("id").AsText() ?? "", StringComparer.Ordinal);
        var refused = ImmutableArray.CreateBuilder<string>();
        foreach (var row in asked)
        {
            var id = results[row].Record!;
            var dropped = rows[row]
                .FirstOrDefault(property =>
                    MauticProperties.MayBeDropped(property.Value)
                    && !IsZero(MauticContacts.FieldOf(byId.GetValueOrDefault(id), property.Name))
                );
            if (dropped.Name is not null)
            {
                refused.Add(id);
                results[row] = RecordResult.Rejected(
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

        var found = await contacts.GetAsync([made[first.Address].Record!], cancellationToken);
        try
        {
            MauticFieldCheck.Check(found.Count == 1 ? found[0] : default, first, leads.RunField);
        }
        catch (TargetFault)
        {
            await contacts.DeleteAsync(
                [.. made.Values.Select(result => result.Record).OfType<string>()],
                cancellationToken
            );
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
}
