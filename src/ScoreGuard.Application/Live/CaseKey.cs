using System.Globalization;

namespace ScoreGuard.Application.Live;

/// <summary>Which lead, for what, in which attempt: part of the record's address and of the journal.</summary>
/// <param name="Group">One of <see cref="Canary"/>, <see cref="Population"/>, <see cref="Confirmation"/>.</param>
/// <param name="Index">The lead's place among those that are replayed, from 0.</param>
/// <param name="Attempt">From 1; each has a record of its own.</param>
internal readonly record struct CaseKey(char Group, int Index, int Attempt)
{
    public const char Canary = 'k';
    public const char Population = 'p';
    public const char Confirmation = 'c';

    public static CaseKey Parse(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return new(
            text[0],
            int.Parse(text.AsSpan(1, dash - 1), NumberStyles.None, CultureInfo.InvariantCulture),
            int.Parse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture)
        );
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Group}{Index}-{Attempt}");
}
