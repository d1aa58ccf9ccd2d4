using System.Collections.Immutable;
using System.Text.Json;
using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Targets.Marketo;

/// <summary>Finds leads by the values of a field.</summary>
internal sealed class MarketoSearching(MarketoApi api)
{
    /// <summary>What a search by a field shows at most.</summary>
    public const int MostMatches = 1_000;

    private const string Id = "id";

    /// <summary>Leads by a field's values, of which there are at most 300.</summary>
    public async Task<ImmutableArray<JsonElement>> FindAsync(
        string field,
        ImmutableArray<string> values,
        ImmutableArray<string> fields,
        CancellationToken cancellationToken
    )
    {
        var found = ImmutableArray.CreateBuilder<JsonElement>();
        foreach (var batch in values.Chunk(MarketoBatches.Rows))
        {
            var rows = await FindAllAsync(field, batch, fields, cancellationToken);
            found.AddRange(
                rows
                    ?? throw new TargetFault(
                        TargetFaultKind.Unintelligible,
                        $"Marketo found more than {MostMatches} leads for {batch.Length} values of {field}."
                    )
            );
        }

        return found.ToImmutable();
    }

    /// <summary>Leads by a field's values; null where there are more than a search shows.</summary>
    public Task<ImmutableArray<JsonElement>?> FindAllAsync(
        string field,
        IEnumerable<string> values,
        ImmutableArray<string> fields,
        CancellationToken cancellationToken
    ) =>
        api.FindPagesAsync(
            new(
                "find leads",
                "rest/v1/leads.json",
                $"filterType={Uri.EscapeDataString(field)}"
                    + $"&filterValues={string.Join(',', values.Select(Uri.EscapeDataString))}"
                    + $"&fields={FieldList(fields)}&batchSize={MarketoBatches.Rows}"
            ),
            cancellationToken
        );

    /// <summary>A query's list of fields, the id among them.</summary>
    public static string FieldList(ImmutableArray<string> fields) =>
        string.Join(',', fields.Prepend(Id).Distinct().Select(Uri.EscapeDataString));

    /// <exception cref="TargetFault">It has none.</exception>
    public static string IdOf(JsonElement row) =>
        MarketoJson.FindId(row, Id)
        ?? throw new TargetFault(TargetFaultKind.Unintelligible, "Marketo answered with a lead that has no id.");
}
