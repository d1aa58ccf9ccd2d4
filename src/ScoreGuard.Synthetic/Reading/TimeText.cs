using ScoreGuard.Domain;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Synthetic.Reading;

/// <summary>Times as plans spell them.</summary>
internal static class TimeText
{
    private const long MostSeconds = 1_000L * 366 * 86_400;

    /// <summary>Reads <c>1d..3d after creation</c> and every other form of a time.</summary>
    /// <returns>Null where it is none.</returns>
    public static Timing? Find(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["any", "time"] => new Timing.AnyTime(),
            ["creation"] => new Timing.Relative(0, 0, new TimeAnchor.Creation()),
            ["asOf"] => new Timing.Relative(0, 0, new TimeAnchor.AsOf()),
            [var instants] => FindInstants(instants),
            [var offsets, "after", .. var anchor] when FindOffsets(offsets) is { } range => Anchor(anchor, after: true)
                is { } from
                ? new Timing.Relative(range.Low, range.High, from)
                : null,
            [var offsets, "before", .. var anchor] when FindOffsets(offsets) is { } range => Anchor(
                anchor,
                after: false
            )
                is { } from
                ? new Timing.Relative(-range.High, -range.Low, from)
                : null,
            _ => null,
        };
    }

    /// <summary>Reads <c>3d</c>, <c>1d..3d</c>, <c>1..3d</c> as seconds; the ends may be in the wrong order.</summary>
    public static WholeRange? FindOffsets(string text)
    {
        var ends = text.Split("..");
        var unit = text.Length > 0 && char.IsAsciiLetter(text[^1]) ? text[^1..] : "";
        return ends switch
        {
            [var only] when FindSeconds(only) is { } seconds => new WholeRange(seconds, seconds),
            [var low, var high]
                when FindSeconds(low.Length > 0 && char.IsAsciiDigit(low[^1]) ? low + unit : low) is { } from
                    && FindSeconds(high) is { } to => new WholeRange(from, to),
            _ => null,
        };
    }

    private static Timing.Between? FindInstants(string text) =>
        text.Split("..") switch
        {
            [var only] when InstantText.TryParse(only, out var at) => new Timing.Between(at, at),
            [var first, var last]
                when InstantText.TryParse(first, out var low) && InstantText.TryParse(last, out var high) =>
                new Timing.Between(low, high),
            _ => null,
        };

    private static TimeAnchor? Anchor(string[] words, bool after) =>
        words switch
        {
            ["creation"] => new TimeAnchor.Creation(),
            ["asOf"] => new TimeAnchor.AsOf(),
            [var text] when InstantText.TryParse(text, out var at) => new TimeAnchor.Fixed(at),
            ["each", _, ..] => new TimeAnchor.EachOf(string.Join(' ', words[1..])),
            [_, ..] when after => new TimeAnchor.LastOf(string.Join(' ', words)),
            [_, ..] => new TimeAnchor.FirstOf(string.Join(' ', words)),
            _ => null,
        };

    private static long? FindSeconds(string text)
    {
        if (text is "0")
        {
            return 0;
        }

        var unit =
            text.Length < 2
                ? 0
                : text[^1] switch
                {
                    's' => 1,
                    'm' => 60,
                    'h' => 3_600,
                    'd' => 86_400,
                    'w' => 604_800,
                    _ => 0,
                };
        return
            unit > 0
            && text.Length <= 11
            && !text.AsSpan(0, text.Length - 1).ContainsAnyExceptInRange('0', '9')
            && long.Parse(text.AsSpan(0, text.Length - 1)) * unit is var seconds and <= MostSeconds
            ? seconds
            : null;
    }
}
