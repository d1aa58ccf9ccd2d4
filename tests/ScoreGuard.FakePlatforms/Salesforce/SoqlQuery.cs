using System.Text.RegularExpressions;

namespace ScoreGuard.FakePlatforms.Salesforce;

/// <summary>As much SOQL as anybody needs here; all else is malformed.</summary>
internal sealed partial class SoqlQuery
{
    private readonly List<Condition> _conditions;

    private SoqlQuery(string type, string[] fields, List<Condition> conditions) =>
        (Type, Fields, _conditions) = (type, fields, conditions);

    public string Type { get; }

    public string[] Fields { get; }

    public IEnumerable<string> Columns =>
        Fields.Select(name => name.Split('.')[0]).Concat(_conditions.Select(condition => condition.Field));

    public static SoqlQuery? Parse(string text)
    {
        if (Whole().Match(text) is not { Success: true } query)
        {
            return null;
        }

        var conditions = new List<Condition>();
        foreach (var part in query.Groups["where"].Success ? query.Groups["where"].Value.Split(" AND ") : [])
        {
            if (Single().Match(part) is { Success: true } one)
            {
                conditions.Add(
                    new(
                        one.Groups["field"].Value,
                        one.Groups["op"].Value == "=",
                        [one.Groups["value"].Value == "null" ? null : Literal(one.Groups["value"].Value)]
                    )
                );
            }
            else if (Many().Match(part) is { Success: true } many)
            {
                conditions.Add(
                    new(
                        many.Groups["field"].Value,
                        true,
                        [.. many.Groups["value"].Captures.Select(value => (string?)Literal(value.Value))]
                    )
                );
            }
            else
            {
                return null;
            }
        }

        return new(query.Groups["type"].Value, query.Groups["fields"].Value.Split(','), conditions);
    }

    /// <summary>Texts are the same in any case; ids are not.</summary>
    public bool Finds(Func<string, string?> value) =>
        _conditions.TrueForAll(condition =>
        {
            var comparison = condition.Field.EndsWith("Id", StringComparison.OrdinalIgnoreCase)
                ? StringComparison.Ordinal
                : StringComparison.OrdinalIgnoreCase;
            return condition.Values.Any(wanted => string.Equals(value(condition.Field), wanted, comparison))
                == condition.IsEqual;
        });

    private static string Literal(string quoted) =>
        quoted[1..^1].Replace("\\'", "'", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);

    [GeneratedRegex(
        @"^SELECT (?<fields>[A-Za-z0-9_.]+(?:,[A-Za-z0-9_.]+)*) FROM (?<type>[A-Za-z]+)(?: WHERE (?<where>.+))?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Whole();

    [GeneratedRegex(
        @"^(?<field>[A-Za-z0-9_]+) (?<op>=|!=) (?<value>null|'(?:[^'\\]|\\['\\])*')\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Single();

    [GeneratedRegex(
        @"^(?<field>[A-Za-z0-9_]+) IN \((?:(?<value>'(?:[^'\\]|\\['\\])*')(?:,|(?=\))))+\)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Many();

    private sealed record Condition(string Field, bool IsEqual, string?[] Values);
}
