using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Salesforce;

/// <summary>Writes up to 200 records in a call, each for itself; those that somebody else held at the moment are tried again alone.</summary>
internal sealed class SalesforceRows(SalesforceApi api, TimeProvider time)
{
    public const int Most = 200;

    private const int Attempts = 6;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    /// <returns>One result a record, in their order.</returns>
    public Task<ImmutableArray<SalesforceRow>> WriteAsync(
        SalesforceWrite write,
        ImmutableArray<JsonObject> records,
        CancellationToken cancellationToken
    ) =>
        RepeatAsync(
            records.Length,
            places =>
                api.WriteAsync(write, Body(places.Select(place => records[place].DeepClone())), cancellationToken),
            write.What,
            cancellationToken
        );

    /// <param name="ids">Of leads.</param>
    public Task<ImmutableArray<SalesforceRow>> DeleteAsync(
        ImmutableArray<string> ids,
        CancellationToken cancellationToken
    ) =>
        RepeatAsync(
            ids.Length,
            places =>
                api.WriteAsync(
                    new(
                        HttpMethod.Delete,
                        "delete leads",
                        $"composite/sobjects?ids={string.Join(',', places.Select(place => SalesforceIds.Lead(ids[place])))}&allOrNone=false"
                    ),
                    "",
                    cancellationToken
                ),
            "delete leads",
            cancellationToken
        );

    private async Task<ImmutableArray<SalesforceRow>> RepeatAsync(
        int count,
        Func<int[], Task<PlatformAnswer>> send,
        string what,
        CancellationToken cancellationToken
    )
    {
        var rows = new SalesforceRow[count];
        int[] open = [.. Enumerable.Range(0, count)];
        for (var attempt = 1; open.Length > 0; attempt++)
        {
            var answered = Read(await send(open), open.Length, what);
            for (var place = 0; place < open.Length; place++)
            {
                rows[open[place]] = answered[place];
            }

            open = [.. open.Where(place => rows[place].Error?.Code == SalesforceError.Locked)];
            if (attempt == Attempts)
            {
                break;
            }

            if (open.Length > 0)
            {
                await Task.Delay(FirstWait * Math.Pow(2, attempt - 1), time, cancellationToken);
            }
        }

        return [.. rows];
    }

    private static string Body(IEnumerable<JsonNode> records) =>
        new JsonObject { ["allOrNone"] = false, ["records"] = new JsonArray([.. records]) }.ToJsonString();

    private static SalesforceRow[] Read(PlatformAnswer answer, int count, string what)
    {
        if (!answer.IsSuccess || answer.Json.ValueKind != JsonValueKind.Array || answer.Json.GetArrayLength() != count)
        {
            throw SalesforceError.Find(answer.Json) is { } error
                ? new TargetFault(TargetFaultKind.Setup, $"Salesforce refused to {what}: {error.Words}.")
                : new TargetFault(
                    TargetFaultKind.Unintelligible,
                    $"Salesforce did not answer for each of {count} records when asked to {what}."
                );
        }

        return [.. answer.Json.EnumerateArray().Select(SalesforceRow.Read)];
    }
}
