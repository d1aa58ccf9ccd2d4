using System.Globalization;

namespace ScoreGuard.Reporting.Words;

/// <summary>Numbers as people read them ("1,000", "−12") and as programs do ("1000", "-12").</summary>
internal static class Figures
{
    private const char Minus = '−';
    private const string AllDecimals = "0.############################";

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture).Replace('-', Minus);

    /// <summary>With its sign: "+37", "−12"; nothing moved is "0".</summary>
    public static string Signed(long count) => count > 0 ? "+" + Count(count) : Count(count);

    public static string Points(decimal points) =>
        points.ToString("#,0.############################", CultureInfo.InvariantCulture).Replace('-', Minus);

    public static string Points(decimal? points) => points is { } known ? Points(known) : "unscored";

    public static string SignedPoints(decimal points) => points > 0 ? "+" + Points(points) : Points(points);

    /// <summary>A mean or a gauge: at most two decimals, half away from zero.</summary>
    public static string Rounded(decimal value) => Points(decimal.Round(value, 2, MidpointRounding.AwayFromZero));

    public static string Rounded(decimal? value) => value is { } known ? Rounded(known) : "none";

    public static string Leads(long count) => count == 1 ? "1 lead" : Count(count) + " leads";

    /// <summary>For programs: no separator, no exponent, no trailing zeros.</summary>
    public static string Plain(decimal value) => value.ToString(AllDecimals, CultureInfo.InvariantCulture);

    public static string Plain(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Part of whole as a percentage for an SVG length: three decimals, no sign.</summary>
    public static string Percent(decimal part, decimal whole) =>
        Plain(whole == 0 ? 0 : decimal.Round(part * 100 / whole, 3, MidpointRounding.AwayFromZero));
}
