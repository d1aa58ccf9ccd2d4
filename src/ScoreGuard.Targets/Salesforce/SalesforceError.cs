using System.Text.Json;
using System.Text.RegularExpressions;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Targets.Salesforce;

/// <summary>What Salesforce says when it refuses: a code, and words that are repeated only where they cannot hold data of a lead.</summary>
internal sealed partial record SalesforceError(string Code, string Message, string Fields)
{
    public const string Session = "INVALID_SESSION_ID";
    public const string Limit = "REQUEST_LIMIT_EXCEEDED";
    public const string Locked = "UNABLE_TO_LOCK_ROW";
    public const string NoSuchType = "INVALID_TYPE";
    public const string Duplicate = "DUPLICATE_VALUE";

    private const int LongestMessage = 200;

    /// <summary>Their words name fields, permissions, or what an administrator wrote.</summary>
    private static readonly string[] Told =
    [
        "INVALID_FIELD",
        NoSuchType,
        Limit,
        "NOT_FOUND",
        "API_DISABLED_FOR_ORG",
        "API_CURRENTLY_DISABLED",
        "REQUIRED_FIELD_MISSING",
        "INVALID_FIELD_FOR_INSERT_UPDATE",
        "FIELD_CUSTOM_VALIDATION_EXCEPTION",
    ];

    /// <summary>Already gone: deleted, or deleted and purged.</summary>
    public bool IsGone => Code is "ENTITY_IS_DELETED" or "INVALID_CROSS_REFERENCE_KEY";

    public string Words =>
        Code
        + (Fields.Length > 0 ? $" ({Fields})" : "")
        + (Told.Contains(Code, StringComparer.Ordinal) && Message.Length > 0 ? $": {Message}" : "");

    /// <summary>The first of an answer's or a row's errors; null: there is none.</summary>
    public static SalesforceError? Find(JsonElement errors)
    {
        if (errors.ValueKind != JsonValueKind.Array || errors.GetArrayLength() == 0)
        {
            return null;
        }

        var first = errors[0];
        var code = SalesforceJson.Text(first, "errorCode") ?? SalesforceJson.Text(first, "statusCode") ?? "";
        var fields = SalesforceJson.Find(first, "fields") is { ValueKind: JsonValueKind.Array } named
            ? named
                .EnumerateArray()
                .Where(field => field.ValueKind == JsonValueKind.String)
                .Select(field => field.GetString()!)
                .Where(SalesforceIds.IsField)
                .Take(5)
            : [];
        return Codes().IsMatch(code)
            ? new(
                code,
                Quote.Plain(OneLine(SalesforceJson.Text(first, "message") ?? ""), LongestMessage),
                string.Join(", ", fields)
            )
            : null;
    }

    private static string OneLine(string text) => Spaces().Replace(text, " ").Trim().TrimEnd('.');

    [GeneratedRegex(@"^[A-Z][A-Z0-9_]{2,80}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Codes();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Spaces();
}
