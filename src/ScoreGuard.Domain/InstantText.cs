using System.Buffers.Binary;
using System.Text;

namespace ScoreGuard.Domain;

/// <summary>Instants as text: section 1 (reading) and section 7 (writing) of the specification.</summary>
public static class InstantText
{
    /// <summary>The longest spelling that <see cref="Format(Instant, Span{byte})"/> writes, in bytes.</summary>
    public const int MaxLength = 24;

    /// <summary>Reads <c>YYYY-MM-DD</c> or <c>YYYY-MM-DDTHH:MM[:SS[.fff]]</c> with <c>Z</c> or <c>±HH:MM</c>; years 1970 to 2100.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Instant instant)
    {
        Span<byte> bytes = stackalloc byte[32];
        instant = default;
        return text.Length <= bytes.Length
            && Ascii.FromUtf16(text, bytes, out var length) == System.Buffers.OperationStatus.Done
            && TryParse(bytes[..length], out instant);
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out Instant)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, out Instant instant) =>
        TryParseUsual(text, out instant) || TryParseAny(text, out instant);

    // YYYY-MM-DDTHH:MM:SSZ, as nearly all are: eight letters at once, the first of them in the lowest byte. What is left of them
    // without the bits of 0000-00-00T00:00:00Z is the value of a digit, nothing of a separator, and too much of all else.
    private static bool TryParseUsual(ReadOnlySpan<byte> text, out Instant instant)
    {
        instant = default;
        if (text.Length != 20)
        {
            return false;
        }

        // YYYY-MM-, DDTHH:MM and H:MM:SSZ; a digit is at most 9, a separator at most 0.
        var date = BinaryPrimitives.ReadUInt64LittleEndian(text) ^ 0x2D30_302D_3030_3030;
        var time = BinaryPrimitives.ReadUInt64LittleEndian(text[8..]) ^ 0x3030_3A30_3054_3030;
        var end = BinaryPrimitives.ReadUInt64LittleEndian(text[12..]) ^ 0x5A30_303A_3030_3A30;
        if (
            IsOver(date, 0x0009_0900_0909_0909)
            || IsOver(time, 0x0909_0009_0900_0909)
            || IsOver(end, 0x0009_0900_0909_0009)
        )
        {
            return false;
        }

        date = Pairs(date);
        time = Pairs(time);
        end = Pairs(end);
        var hour = Byte(time, 3);
        var minute = Byte(time, 6);
        var second = Byte(end, 5);
        if (
            !TryDay((Byte(date, 0) * 100) + Byte(date, 2), Byte(date, 5), Byte(time, 0), out var days)
            || hour > 23
            || minute > 59
            || second > 59
        )
        {
            return false;
        }

        instant = new((days * Instant.MillisecondsPerDay) + (((((hour * 60) + minute) * 60) + second) * 1000L));
        return true;
    }

    /// <summary>Whether any byte is larger than the same one of <paramref name="limits"/>, which are below 128.</summary>
    private static bool IsOver(ulong bytes, ulong limits) =>
        // Where no byte has its highest bit, no sum carries into the next byte.
        ((unchecked(bytes + (0x7F7F_7F7F_7F7F_7F7F - limits)) | bytes) & 0x8080_8080_8080_8080) != 0;

    /// <summary>In each byte the number that its digit makes with the next one.</summary>
    private static ulong Pairs(ulong digits) => (digits * 10) + (digits >> 8);

    private static int Byte(ulong bytes, int index) => (int)((bytes >> (8 * index)) & 0xFF);

    private static bool TryParseAny(ReadOnlySpan<byte> text, out Instant instant)
    {
        instant = default;
        if (
            text.Length < 10
            || text[4] != '-'
            || text[7] != '-'
            || !Digits(text[..4], out var year)
            || !Digits(text.Slice(5, 2), out var month)
            || !Digits(text.Slice(8, 2), out var day)
            || !TryDay(year, month, day, out var days)
        )
        {
            return false;
        }

        var milliseconds = days * Instant.MillisecondsPerDay;
        if (text.Length > 10)
        {
            if (!TryTimeOfDay(text[10..], out var time, out var offset))
            {
                return false;
            }

            milliseconds += time - offset;
        }

        instant = new(milliseconds);
        return milliseconds is >= 0 and < EndOf2100;
    }

    /// <summary>UTC, <c>YYYY-MM-DDTHH:MM:SS</c>, a fraction without trailing zeros if there is one, <c>Z</c>.</summary>
    public static string Format(Instant instant)
    {
        Span<byte> bytes = stackalloc byte[MaxLength];
        return Encoding.ASCII.GetString(bytes[..Format(instant, bytes)]);
    }

    /// <inheritdoc cref="Format(Instant)"/>
    /// <returns>How many bytes were written, at most <see cref="MaxLength"/>.</returns>
    public static int Format(Instant instant, Span<byte> to)
    {
        var days = Math.DivRem(instant.UnixMilliseconds, Instant.MillisecondsPerDay, out var rest);
        var (year, month, day) = DateOnly.FromDayNumber((int)days + DayNumber1970);
        Put(to, year / 100);
        Put(to[2..], year % 100);
        to[4] = to[7] = (byte)'-';
        Put(to[5..], month);
        Put(to[8..], day);
        to[10] = (byte)'T';
        var seconds = (int)(rest / 1000);
        Put(to[11..], seconds / 3600);
        to[13] = to[16] = (byte)':';
        Put(to[14..], seconds / 60 % 60);
        Put(to[17..], seconds % 60);
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

        to[length++] = (byte)'Z';
        return length;
    }

    private const int DayNumber1970 = 719_162;
    private const int FirstYear = 1970;
    private const int LastYear = 2100;

    // Days from 1970 to the first of each month, and to the end of the last.
    private static readonly int[] MonthStarts =
    [
        .. Enumerable
            .Range(0, ((LastYear + 1 - FirstYear) * 12) + 1)
            .Select(month => new DateOnly(FirstYear + (month / 12), (month % 12) + 1, 1).DayNumber - DayNumber1970),
    ];
    private const long EndOf2100 = 47_847L * Instant.MillisecondsPerDay;

    private static bool TryTimeOfDay(ReadOnlySpan<byte> text, out long time, out long offset)
    {
        time = offset = 0;
        if (
            text.Length < 7
            || text[0] != 'T'
            || text[3] != ':'
            || !Digits(text.Slice(1, 2), out var hour)
            || !Digits(text.Slice(4, 2), out var minute)
            || hour > 23
            || minute > 59
        )
        {
            return false;
        }

        time = ((hour * 60L) + minute) * 60_000;
        text = text[6..];
        if (text[0] == ':')
        {
            if (text.Length < 4 || !Digits(text.Slice(1, 2), out var second) || second > 59)
            {
                return false;
            }

            time += second * 1000L;
            text = text[3..];
            if (text[0] == '.')
            {
                var digits = 0;
                var scale = 100;
                for (
                    text = text[1..];
                    digits < text.Length && char.IsAsciiDigit((char)text[digits]);
                    digits++, scale /= 10
                )
                {
                    time += (text[digits] - '0') * (long)scale;
                }

                if (digits is 0 or > 3)
                {
                    return false;
                }

                text = text[digits..];
            }
        }

        return TryOffset(text, out offset);
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out long offset)
    {
        offset = 0;
        if (text.Length == 1)
        {
            return text[0] == 'Z';
        }

        if (
            text.Length != 6
            || text[0] is not ((byte)'+' or (byte)'-')
            || text[3] != ':'
            || !Digits(text.Slice(1, 2), out var hours)
            || !Digits(text.Slice(4, 2), out var minutes)
            || minutes > 59
            || (hours * 60) + minutes > 14 * 60
        )
        {
            return false;
        }

        offset = ((hours * 60L) + minutes) * (text[0] == '-' ? -60_000 : 60_000);
        return true;
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return true;
    }

    /// <returns>False: there is no such day.</returns>
    private static bool TryDay(int year, int month, int day, out long daysSince1970)
    {
        daysSince1970 = 0;
        if (year is < FirstYear or > LastYear || month is < 1 or > 12)
        {
            return false;
        }

        var at = ((year - FirstYear) * 12) + month - 1;
        daysSince1970 = MonthStarts[at] + day - 1;
        return day > 0 && daysSince1970 < MonthStarts[at + 1];
    }

    private static void Put(Span<byte> to, int twoDigits)
    {
        to[0] = (byte)('0' + (twoDigits / 10));
        to[1] = (byte)('0' + (twoDigits % 10));
    }
}
