using System.Globalization;
using System.Text.RegularExpressions;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Salesforce;

/// <summary>What Salesforce's ids and names look like; nothing else gets into a query.</summary>
internal static partial class SalesforceIds
{
    private const int LongestCase = 40;

    /// <summary>A lead's id.</summary>
    /// <exception cref="ArgumentException">It is none: a bug of the caller, who must not be let near other records.</exception>
    public static string Lead(string id) =>
        IsId(id, "00Q") ? id : throw new ArgumentException("Not the id of a Salesforce lead.", nameof(id));

    /// <param name="prefix">Of the kind of record: <c>00Q</c> leads, <c>701</c> campaigns.</param>
    public static bool IsId(string text, string prefix) =>
        Id().IsMatch(text) && text.StartsWith(prefix, StringComparison.Ordinal);

    /// <summary>The last three letters only repeat the case of the others.</summary>
    public static bool IsSame(string? left, string? right) =>
        left?.Length >= 15 && right?.Length >= 15 && left.AsSpan(0, 15).SequenceEqual(right.AsSpan(0, 15));

    public static bool IsField(string name) => Field().IsMatch(name);

    /// <summary>A field, or one of a related record: <c>Owner.Name</c>.</summary>
    public static bool IsPath(string name) => Path().IsMatch(name);

    public static bool IsRun(string mark) => Run().IsMatch(mark);

    /// <summary>What a record is found again by: run and case, so spelled that the platform's ignoring of case confuses no two.</summary>
    public static string Key(TargetRecord record) =>
        $"{record.Run}-"
        + (
            record.Case.Length <= LongestCase && IsRun(record.Case)
                ? record.Case
                : Sha256Text.Of(record.Case).AsSpan(Sha256Text.Prefix.Length, LongestCase).ToString()
        );

    /// <summary>A date as fields of that type take it.</summary>
    public static string Date(Domain.Instant at) =>
        DateTimeOffset
            .FromUnixTimeMilliseconds(at.UnixMilliseconds)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?\z",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Id();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]{0,79}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Field();

    [GeneratedRegex(
        @"^(?:[A-Za-z][A-Za-z0-9_]{0,79}\.){0,5}[A-Za-z][A-Za-z0-9_]{0,79}\z",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Path();

    [GeneratedRegex(@"^[a-z0-9-]{1,40}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Run();
}
