using System.Text.Json;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Salesforce;

/// <summary>What became of one record of a call.</summary>
/// <param name="Id">Null: nothing.</param>
/// <param name="Error">Null: it was done.</param>
internal readonly record struct SalesforceRow(string? Id, SalesforceError? Error)
{
    private static readonly SalesforceError Unknown = new("UNKNOWN", "", "");

    public static SalesforceRow Read(JsonElement row) =>
        SalesforceJson.Find(row, "success") is { ValueKind: JsonValueKind.True }
        && SalesforceJson.Text(row, "id") is { } id
        && SalesforceIds.IsId(id, "")
            ? new(id, null)
            : new(
                null,
                (SalesforceJson.Find(row, "errors") is { } errors ? SalesforceError.Find(errors) : null) ?? Unknown
            );

    /// <param name="record">The lead; null: the row's own id.</param>
    public RecordResult ToResult(string? record) =>
        Error is null ? RecordResult.Of(record ?? Id!) : RecordResult.Rejected(Error.Words);
}
