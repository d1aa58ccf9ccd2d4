using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.HubSpot;

/// <summary>Takes contacts out. One that HubSpot keeps stays, and is found among what is left.</summary>
internal sealed class ContactRemoval(HubSpotWire wire)
{
    private const string Archive = "crm/v3/objects/contacts/batch/archive";
    private const string Erase = "crm/v3/objects/contacts/gdpr-delete";

    public Task RemoveAsync(ImmutableArray<string> records, CleanUp how, CancellationToken cancellationToken) =>
        records.IsEmpty ? Task.CompletedTask
        : how == CleanUp.Erase ? EraseAsync(records, cancellationToken)
        : ArchiveAsync(records, cancellationToken);

    private async Task ArchiveAsync(ImmutableArray<string> records, CancellationToken cancellationToken)
    {
        var call = HubSpotWire.Post(
            "archive contacts",
            Archive,
            new()
            {
                ["inputs"] = new JsonArray([.. records.Select(record => (JsonNode)new JsonObject { ["id"] = record })]),
            }
        );
        var answer = await wire.AskAsync(call, cancellationToken);
        if (answer.IsSuccess || HubSpotError.IsMissing(answer.Json))
        {
            return;
        }

        if (records.Length == 1)
        {
            throw wire.Refused(call, answer);
        }

        // One contact may keep the whole batch: each by itself, so that the others go.
        await EachAsync(records, record => ArchiveAsync([record], cancellationToken));
    }

    private Task EraseAsync(ImmutableArray<string> records, CancellationToken cancellationToken) =>
        EachAsync(
            records,
            async record =>
            {
                var call = HubSpotWire.Post("erase a contact", Erase, new() { ["objectId"] = record });
                var answer = await wire.AskAsync(call, cancellationToken);
                if (!answer.IsSuccess && !HubSpotError.IsMissing(answer.Json))
                {
                    throw wire.Refused(call, answer);
                }
            }
        );

    /// <summary>All, also behind one that is refused; a fault if none went.</summary>
    private static async Task EachAsync(ImmutableArray<string> records, Func<string, Task> remove)
    {
        Domain.Faults.TargetFault? refused = null;
        var removed = 0;
        foreach (var record in records)
        {
            try
            {
                await remove(record);
                removed++;
            }
            catch (Domain.Faults.TargetFault fault) when (fault.Kind == Domain.Faults.TargetFaultKind.Setup)
            {
                refused = fault;
            }
        }

        if (removed == 0 && refused is not null)
        {
            throw refused;
        }
    }
}
