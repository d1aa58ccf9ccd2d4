using System.Globalization;
using System.Text;

namespace ScoreGuard.Benchmarks.HandWritten;

/// <summary>Instants between text and Unix milliseconds; fast for the spelling that exports have, right for the others.</summary>
public static class Instants
{
    public const long Day = 86_400_000;

    private const int DayNumber1970 = 719_162;

    public static bool TryRead(ReadOnlySpan<byte> text, out long at)
    {
        // 2026-03-02T09:00:00Z
        if (text.Length == 20 && text[10] == 'T' && text[19] == 'Z')
        {
            var days = Days(Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2));
            at =
                (days * Day)
                + (((Number(text, 11, 2) * 60L) + Number(text, 14, 2)) * 60_000)
                + (Number(text, 17, 2) * 1000L);
            return true;
        }

        var read = DateTimeOffset.TryParse(
            Encoding.UTF8.GetString(text),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var instant
        );
        at = instant.ToUnixTimeMilliseconds();
        return read;
    }

    public static int Write(long at, Span<byte> to)
    {
        var days = Math.DivRem(at, Day, out var rest);
        var (year, month, day) = DateOnly.FromDayNumber((int)days + DayNumber1970);
        Put(to, 0, year / 100);
        Put(to, 2, year % 100);
        Put(to, 5, month);
        Put(to, 8, day);
        to[4] = to[7] = (byte)'-';
        to[10] = (byte)'T';
        to[13] = to[16] = (byte)':';
        var seconds = (int)(rest / 1000);
        Put(to, 11, seconds / 3600);
        Put(to, 14, seconds / 60 % 60);
        Put(to, 17, seconds % 60);
        var length = 19;
        var fraction = (int)(rest % 1000);
        if (fraction != 0)
        {
            to[length++] = (byte)'.';
            for (var unit = 100; fraction != 0; unit /= 10)
            {
                to[length++] = (byte)('0' + (fraction / unit));
                fraction %= unit;
            }
        }

        to[length] = (byte)'Z';
        return length + 1;
    }

    /// <summary>Days since 1970 of a date of the Gregorian calendar.</summary>
    public static long Days(int year, int month, int day)
    {
        var shifted = month <= 2 ? year - 1 : year;
        var ofEra = shifted % 400;
        var ofYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        return ((shifted / 400) * 146_097L) + (ofEra * 365) + (ofEra / 4) - (ofEra / 100) + ofYear - 719_468;
    }

    private static int Number(ReadOnlySpan<byte> text, int from, int length)
    {
        var number = 0;
        for (var at = from; at < from + length; at++)
        {
            number = (number * 10) + text[at] - '0';
        }

        return number;
    }

    private static void Put(Span<byte> to, int at, int twoDigits)
    {
        to[at] = (byte)('0' + (twoDigits / 10));
        to[at + 1] = (byte)('0' + (twoDigits % 10));
    }
}
