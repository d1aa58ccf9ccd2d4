using System.Globalization;
using System.Numerics;
using System.Text;

namespace ScoreGuard.Domain.Replay.Points;

/// <summary>Numbers as outcomes print them: no exponent, no trailing zeros, no <c>-0</c>, no <c>+</c>.</summary>
internal static class PointsText
{
    /// <summary>Milli-points of a decimal with at most three decimals.</summary>
    public static long ToMilli(decimal points) => (long)(points * 1000m);

    /// <returns>How many bytes were written.</returns>
    public static int Format(long milli, Span<byte> to)
    {
        var length = 0;
        if (milli < 0)
        {
            to[length++] = (byte)'-';
        }

        var magnitude = (milli < 0 ? (ulong)-(Int128)milli : (ulong)milli);
        var (whole, fraction) = Math.DivRem(magnitude, 1000);
        _ = System.Buffers.Text.Utf8Formatter.TryFormat(whole, to[length..], out var written);
        return Fraction(to, length + written, (int)fraction);
    }

    public static byte[] Format(BigInteger milli)
    {
        var whole = BigInteger.DivRem(BigInteger.Abs(milli), 1000, out var fraction);
        var text = Encoding.ASCII.GetBytes((milli.Sign < 0 ? "-" : "") + whole.ToString(CultureInfo.InvariantCulture));
        var all = new byte[text.Length + 4];
        text.CopyTo(all, 0);
        return all[..Fraction(all, text.Length, (int)fraction)];
    }

    private static int Fraction(Span<byte> to, int length, int fraction)
    {
        if (fraction != 0)
        {
            to[length++] = (byte)'.';
            for (var unit = 100; fraction != 0; unit /= 10)
            {
                to[length++] = (byte)('0' + (fraction / unit));
                fraction %= unit;
            }
        }

        return length;
    }
}
