using System.Collections.Immutable;

namespace ScoreGuard.Targets.Marketo;

/// <summary>Cuts rows to what one call takes: a number of them, and less than a megabyte.</summary>
internal static class MarketoBatches
{
    /// <summary>Rows of one call, unless the call takes fewer.</summary>
    public const int Rows = 300;

    /// <summary>Marketo takes bodies of a megabyte; the rest is for what stands around the rows.</summary>
    public const int Bytes = 900_000;

    /// <summary>Where each call begins and ends, in order; a row that is too long goes alone and is refused there.</summary>
    public static ImmutableArray<Range> Cut(IReadOnlyList<byte[]> rows, int most = Rows)
    {
        var cuts = ImmutableArray.CreateBuilder<Range>();
        var start = 0;
        var bytes = 0;
        for (var at = 0; at < rows.Count; at++)
        {
            if (at > start && (at - start == most || bytes + rows[at].Length > Bytes))
            {
                cuts.Add(start..at);
                start = at;
                bytes = 0;
            }

            bytes += rows[at].Length + 1;
        }

        if (start < rows.Count)
        {
            cuts.Add(start..rows.Count);
        }

        return cuts.ToImmutable();
    }
}
