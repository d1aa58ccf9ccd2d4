using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.HubSpot;

/// <summary>Writes contacts in batches; one that HubSpot does not take does not take the others with it.</summary>
internal sealed class ContactWrites(HubSpotWire wire)
{
    private const string Upsert = "crm/v3/objects/contacts/batch/upsert";
    private const string Update = "crm/v3/objects/contacts/batch/update";

    /// <summary>By their addresses: a contact that an earlier attempt created is found.</summary>
    public Task<ImmutableArray<RecordResult>> UpsertAsync(
        ImmutableArray<TargetRecord> records,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            new("create contacts", Upsert, "email"),
            [.. records.Select((record, place) => new BatchInput(record.Address, Trace(place), record.Properties))],
            cancellationToken
        );

    public Task<ImmutableArray<RecordResult>> UpdateAsync(
        ImmutableArray<TargetSignal> signals,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            new("update contacts", Update, IdProperty: null),
            [.. signals.Select((signal, place) => new BatchInput(signal.Record, Trace(place), signal.Properties))],
            cancellationToken
        );

    private static string Trace(int place) => $"input-{place}";

    private async Task<ImmutableArray<RecordResult>> WriteAsync(
        BatchKind kind,
        ImmutableArray<BatchInput> inputs,
        CancellationToken cancellationToken
    )
    {
        if (inputs.IsEmpty)
        {
            return [];
        }

        var call = HubSpotWire.Post(
            kind.What,
            kind.Path,
            new() { ["inputs"] = new JsonArray([.. inputs.Select(input => (JsonNode)input.ToJson(kind.IdProperty))]) }
        );
        var answer = await wire.AskAsync(call, cancellationToken);
        if (answer.IsSuccess)
        {
            return answer.IsJson
                ? BatchAnswer.Read(inputs, answer.Json)
                : throw new TargetFault(TargetFaultKind.Unintelligible, $"HubSpot's answer to {kind.What} is no JSON.");
        }

        if (HubSpotError.IsOfSetup(answer.Json))
        {
            throw wire.Refused(call, answer);
        }

        if (inputs.Length == 1)
        {
            return [HubSpotError.ResultOf(answer.Json)];
        }

        // One input may make HubSpot refuse the whole batch: halves find it.
        var half = inputs.Length / 2;
        var first = await WriteAsync(kind, inputs[..half], cancellationToken);
        return [.. first, .. await WriteAsync(kind, inputs[half..], cancellationToken)];
    }

    private sealed record BatchKind(string What, string Path, string? IdProperty);
}
