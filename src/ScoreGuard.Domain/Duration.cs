using System.Globalization;

namespace ScoreGuard.Domain;

/// <summary>A positive length of time: a whole number of minutes, hours, days of 24 hours, or weeks.</summary>
public readonly record struct Duration(long Milliseconds)
{
    private const long Minute = 60_000;

    /// <summary>Reads <c>5m</c>, <c>2h</c>, <c>30d</c>, <c>1w</c>: a whole number from 1 and one unit.</summary>
    /// <returns>False for anything else, and where the length exceeds 1,000 years.</returns>
    public static bool TryParse(string text, out Duration duration)
    {
        duration = default;
        if (text.Length < 2 || !TryUnit(text[^1], out var unit))
        {
            return false;
        }

        var digits = text.AsSpan(0, text.Length - 1);
        if (
            digits.ContainsAnyExceptInRange('0', '9')
            || !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count < 1
            || count > 1000L * 366 * Instant.MillisecondsPerDay / unit
        )
        {
            return false;
        }

        duration = new(count * unit);
        return true;
    }

    /// <summary>The shortest spelling: <c>1w</c>, <c>30d</c>, <c>90m</c>.</summary>
    public override string ToString()
    {
        foreach (
            var (unit, letter) in (ReadOnlySpan<(long, char)>)
                [(7 * 24 * 60 * Minute, 'w'), (24 * 60 * Minute, 'd'), (60 * Minute, 'h')]
        )
        {
            if (Milliseconds % unit == 0)
            {
                return $"{Milliseconds / unit}{letter}";
            }
        }

        return $"{Milliseconds / Minute}m";
    }

    private static bool TryUnit(char letter, out long milliseconds)
    {
        milliseconds = letter switch
        {
            'm' => Minute,
            'h' => 60 * Minute,
            'd' => 24 * 60 * Minute,
            'w' => 7 * 24 * 60 * Minute,
            _ => 0,
        };
        return milliseconds != 0;
    }
}
