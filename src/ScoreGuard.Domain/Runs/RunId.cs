using ScoreGuard.Domain.Artefacts;

namespace ScoreGuard.Domain.Runs;

/// <summary>Names of runs: <c>20260310T090000123Z-1a2b3c4d</c>. They sort by time to the millisecond and are safe in paths.</summary>
public static class RunId
{
    private const int TimeLength = 19;
    private const int Length = TimeLength + 1 + 8;

    /// <param name="seed">What tells runs of the same millisecond apart.</param>
    public static string Of(Instant startedAt, string seed)
    {
        var text = startedAt.ToString();
        var compact = string.Concat(
            text.AsSpan(0, 4),
            text.AsSpan(5, 2),
            text.AsSpan(8, 5),
            string.Concat(text.AsSpan(14, 2), text.AsSpan(17, 2), $"{startedAt.UnixMilliseconds % 1000:000}Z")
        );
        var hash = Sha256Text.Of($"{startedAt.UnixMilliseconds}\n{seed}");
        return $"{compact}-{hash.AsSpan(Sha256Text.Prefix.Length, 8)}";
    }

    /// <summary>Whether <paramref name="text"/> is spelled as a run's name; only such a text may become part of a path.</summary>
    public static bool IsRunId(string text)
    {
        if (text.Length != Length || text[8] != 'T' || text[18] != 'Z' || text[19] != '-')
        {
            return false;
        }

        return text.AsSpan(0, 8).IndexOfAnyExceptInRange('0', '9') < 0
            && text.AsSpan(9, 9).IndexOfAnyExceptInRange('0', '9') < 0
            && Sha256Text.IsLowerHex(text.AsSpan(20));
    }
}
