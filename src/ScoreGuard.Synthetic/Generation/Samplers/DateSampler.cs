using ScoreGuard.Domain;
using ScoreGuard.Synthetic.Chance;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Generation.Samplers;

internal sealed class DateSampler(TimeSource when, DateForm[] forms, Odds odds) : Sampler
{
    public override ValueKind Write(ref Draw draw, LeadUnderway lead)
    {
        var at = Math.Clamp(when.At(ref draw, lead), 0, LastInstant);
        var room = lead.Text.Room(InstantText.MaxLength);
        var length = InstantText.Format(new(at), room);
        lead.Text.Claim(
            forms[odds.Pick(draw.Next())] switch
            {
                DateForm.Date => 10,
                DateForm.Dmy => Put(room, room[8..10], room[5..7], (byte)'.'),
                DateForm.Mdy => Put(room, room[5..7], room[8..10], (byte)'/'),
                _ => length,
            }
        );
        return ValueKind.Text;
    }

    private const long LastInstant = (47_847L * Instant.MillisecondsPerDay) - 1;

    private static int Put(Span<byte> room, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, byte between)
    {
        Span<byte> text =
        [
            first[0],
            first[1],
            between,
            second[0],
            second[1],
            between,
            room[0],
            room[1],
            room[2],
            room[3],
        ];
        text.CopyTo(room);
        return text.Length;
    }
}
