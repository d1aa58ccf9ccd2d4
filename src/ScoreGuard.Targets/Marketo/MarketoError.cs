using System.Text.Json;
using System.Text.RegularExpressions;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Targets.Platforms;

namespace ScoreGuard.Targets.Marketo;

/// <summary>A code and Marketo's words for it: of a whole request (below 1000) or of one record (from 1000).</summary>
internal sealed partial record MarketoError(int Code, string Message)
{
    public const int LeadNotFound = 1004;
    public const int SeveralMatch = 1007;
    public const int AlreadyInStatus = 1037;
    private const int InvalidInput = 1003;
    private const int NothingFound = 702;
    private const int LongestMessage = 160;

    /// <summary>Codes whose quoted words are names of fields, partitions and parameters, not a lead's values.</summary>
    private static readonly int[] NamesOnly = [1002, 1006, 1008, 1011];

    /// <summary>Of a record: what was sent is wrong, and will be in a minute.</summary>
    public bool IsLasting =>
        Code is 1001 or 1002 or InvalidInput or 1006 or SeveralMatch or 1008 or 1011 or 1013 or 1025;

    /// <summary>Marketo answers so when a search meets more than 1,000 records.</summary>
    public bool IsTooMany =>
        Code == InvalidInput && Message.StartsWith("Too many results", StringComparison.OrdinalIgnoreCase);

    /// <summary>The first of an answer's or a record's errors; null where there is none.</summary>
    /// <param name="key"><c>errors</c> or <c>reasons</c>.</param>
    public static MarketoError? Find(JsonElement holder, string key) =>
        holder.ValueKind == JsonValueKind.Object
        && holder.TryGetProperty(key, out var errors)
        && errors.ValueKind == JsonValueKind.Array
        && errors.GetArrayLength() > 0
            ? Of(errors[0])
            : null;

    /// <summary>What a request's error asks for.</summary>
    public AnswerMeaning Meaning =>
        Code switch
        {
            601 or 602 => AnswerMeaning.Expired,
            603 => AnswerMeaning.Refused,
            606 or 608 or 615 => AnswerMeaning.AgainSurelyNotDone,
            607 => AnswerMeaning.BudgetSpent,

            // A time-out and an unhandled exception may come after the work was done.
            500 or 502 or 604 or 611 or 614 or 713 => AnswerMeaning.Again,

            // An answer that counts: there is nothing, or too much; the caller reads which.
            NothingFound => AnswerMeaning.Done,
            InvalidInput when IsTooMany => AnswerMeaning.Done,
            _ => AnswerMeaning.Wrong,
        };

    /// <summary>The code and what may be shown of the words: quoted values and addresses could be a lead's.</summary>
    public string Words
    {
        get
        {
            var told = Quote.Plain(Message, LongestMessage).TrimEnd('.');
            if (!NamesOnly.Contains(Code))
            {
                told = Quoted().Replace(told, "'…'");
            }

            told = Address().Replace(told, "…");
            return told.Length > 0 ? $"{Code} {told}" : $"{Code}";
        }
    }

    private static MarketoError Of(JsonElement error)
    {
        var code = 0;
        if (error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var given))
        {
            _ = int.TryParse(given.ToString(), out code);
        }

        return new(code, MarketoJson.FindText(error, "message") ?? "");
    }

    [GeneratedRegex("""['"‘’“”`].*['"‘’“”`]""", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\S*@\S*", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
