using System.Globalization;

namespace ScoreGuard.Storage.Azure.Tables;

/// <summary>Spells the holes of a filter as OData literals, so that no value can say more than a value.</summary>
internal static class ODataFilter
{
    /// <exception cref="ArgumentException">A hole holds something that tables have no type for, or half of a character.</exception>
    public static string Of(FormattableString filter) =>
        string.Format(
            CultureInfo.InvariantCulture,
            filter.Format,
            [.. filter.GetArguments().Select(object? (argument) => Literal(argument))]
        );

    private static string Literal(object? value) =>
        value switch
        {
            string text => $"'{TableKeys.Checked(text).Replace("'", "''", StringComparison.Ordinal)}'",
            bool truth => truth ? "true" : "false",
            int number => number.ToString(CultureInfo.InvariantCulture),
            long number => number.ToString(CultureInfo.InvariantCulture) + "L",
            double number => number.ToString("R", CultureInfo.InvariantCulture) is var text && text.All(IsWhole)
                ? text + ".0"
                : text,
            DateTimeOffset instant => $"datetime'{EdmText.Of(instant)}'",
            DateTime { Kind: DateTimeKind.Utc } instant => $"datetime'{EdmText.Of(new DateTimeOffset(instant))}'",
            Guid guid => $"guid'{guid:D}'",
            byte[] bytes => $"X'{Convert.ToHexStringLower(bytes)}'",
            BinaryData bytes => $"X'{Convert.ToHexStringLower(bytes.ToMemory().Span)}'",
            _ => throw new ArgumentException(
                $"Tables have no type for {value?.GetType().Name ?? "null"}.",
                nameof(value)
            ),
        };

    private static bool IsWhole(char unit) => char.IsAsciiDigit(unit) || unit == '-';
}
