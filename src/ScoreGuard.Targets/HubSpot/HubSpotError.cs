using System.Text.Json;
using System.Text.RegularExpressions;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.HubSpot;

/// <summary>Reads HubSpot's error bodies. Their messages quote values of contacts, so only codes and names are taken from them.</summary>
internal static partial class HubSpotError
{
    /// <summary>What of <c>context</c> names parts of the account and never values of a contact.</summary>
    private static readonly string[] Places =
    [
        "propertyName",
        "propertyNames",
        "requiredGranularScopes",
        "requiredScopes",
        "eventName",
    ];

    private const int MostWords = 12;

    /// <summary>The day's calls are taken, not only those of the last ten seconds.</summary>
    public static bool IsOfTheDay(JsonElement error) =>
        string.Equals(error.FindText("policyName"), "DAILY", StringComparison.OrdinalIgnoreCase);

    /// <summary>There is no such record.</summary>
    public static bool IsMissing(JsonElement error) =>
        error.FindText("category") == "OBJECT_NOT_FOUND"
        || (error.FindText("subCategory")?.EndsWith("NOT_FOUND", StringComparison.Ordinal) ?? false);

    /// <summary>The workspace names something that the account does not have: no input can succeed.</summary>
    public static bool IsOfSetup(JsonElement error) =>
        Words(error)
            .Any(word =>
                word
                    is "PROPERTY_DOESNT_EXIST"
                        or "PROPERTY_NOT_FOUND"
                        or "READ_ONLY_VALUE"
                        or "EVENT_DEFINITION_NOT_FOUND"
            );

    /// <summary>What becomes of an input that an error is about: what was found invalid will be so in a minute.</summary>
    public static RecordResult ResultOf(JsonElement error) =>
        error.FindText("category") == "VALIDATION_ERROR" && !IsMissing(error)
            ? RecordResult.Rejected(Explain(error))
            : RecordResult.Refused(Explain(error));

    /// <summary>An event with that id is there already.</summary>
    /// <remarks>HubSpot says that it refuses a repeated id, not in which words.</remarks>
    public static bool IsOfARepeatedEvent(JsonElement error) => RepeatedId().IsMatch(error.GetRawText());

    /// <summary><c>VALIDATION_ERROR: INVALID_EMAIL, email (correlation id …)</c>; never a value.</summary>
    public static string Explain(JsonElement error)
    {
        var category = Word(error.FindText("category") ?? error.FindText("errorType") ?? error.FindText("policyName"));
        var words = string.Join(", ", Words(error).Distinct(StringComparer.Ordinal).Take(MostWords));
        var correlation = Word(error.FindText("correlationId"));
        return string.Join(
            ' ',
            new[]
            {
                words.Length > 0 ? $"{category ?? "error"}: {words}" : category ?? "",
                correlation is null ? "" : $"(correlation id {correlation})",
            }.Where(part => part.Length > 0)
        );
    }

    private static IEnumerable<string> Words(JsonElement error)
    {
        foreach (var part in (JsonElement[])[error, .. error.Items("errors")])
        {
            string?[] named = [part.FindText("subCategory"), part.FindText("code"), part.FindText("in")];
            foreach (var word in named.Concat(PlacesOf(part)).Concat(Embedded(part)).Select(Word).OfType<string>())
            {
                yield return word;
            }
        }
    }

    private static IEnumerable<string?> PlacesOf(JsonElement part) =>
        part.TryGet("context", out var context)
            ? Places.SelectMany(place => context.Items(place)).Select(item => item.AsText())
            : [];

    /// <summary>Refused properties stand as JSON inside the message: <c>[{"isValid":false,"error":"INVALID_EMAIL","name":"email"}]</c>.</summary>
    private static IEnumerable<string?> Embedded(JsonElement part) =>
        part.FindText("message") is { } message
            ? EmbeddedCode().Matches(message).Select(match => (string?)match.Groups["word"].Value)
            : [];

    private static string? Word(string? text) => text is not null && PlainWord().IsMatch(text) ? text : null;

    [GeneratedRegex(@"\A[A-Za-z0-9_.\-\[\]]{1,80}\z", RegexOptions.NonBacktracking)]
    private static partial Regex PlainWord();

    [GeneratedRegex(
        "\"(error|code|name|propertyName)\"\\s*:\\s*\"(?<word>[A-Za-z0-9_]{1,80})\"",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex EmbeddedCode();

    [GeneratedRegex(
        "uuid.*(already|duplicate|exist|unique)|(already|duplicate|exist|unique).*uuid",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex RepeatedId();
}
