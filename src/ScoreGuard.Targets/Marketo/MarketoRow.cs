using System.Text.Json;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Marketo;

/// <summary>What became of one row of a request.</summary>
/// <param name="Id">The record's id where the answer has one.</param>
/// <param name="Status">In Marketo's words: <c>created</c>, <c>updated</c>, <c>added</c>, <c>deleted</c>, <c>skipped</c>.</param>
/// <param name="Error">Why it was skipped.</param>
internal readonly record struct MarketoRow(string? Id, string Status, MarketoError? Error)
{
    public static MarketoRow Of(JsonElement row) =>
        new(
            MarketoJson.FindId(row, "id") ?? MarketoJson.FindId(row, "leadId"),
            MarketoJson.FindText(row, "status") ?? "",
            MarketoError.Find(row, "reasons") ?? MarketoError.Find(row, "errors")
        );

    public bool IsDone => Error is null && Status is "created" or "updated" or "added" or "removed" or "deleted";

    /// <summary>What it comes to where it is not done.</summary>
    public RecordResult Refusal =>
        Error is { IsLasting: true } ? RecordResult.Rejected(Words) : RecordResult.Refused(Words);

    /// <summary>For a refusal.</summary>
    public string Words =>
        Error?.Words
        ?? (
            IsDone ? "answered without an id"
            : Status == "skipped" ? "skipped without a reason"
            : "answered with a status that is not documented"
        );
}
