using ScoreGuard.Domain.Models;

namespace ScoreGuard.Domain.Replay.Values;

/// <summary>Where the answers of matchers stand: 64 matchers over one field or property fill a column of bits.</summary>
internal sealed class MatcherColumns
{
    private readonly List<(int Owner, List<Matcher> Matchers)> columns = [];

    public int Count => columns.Count;

    /// <summary>The field or property that a column asks.</summary>
    public int OwnerOf(int column) => columns[column].Owner;

    public IReadOnlyList<Matcher> MatchersOf(int column) => columns[column].Matchers;

    /// <summary>The columns of one field or property, in order.</summary>
    public IEnumerable<int> Of(int owner) => Enumerable.Range(0, columns.Count).Where(c => columns[c].Owner == owner);

    /// <returns>The column and the one bit in it where the answer will stand.</returns>
    public (int Column, ulong Bit) Add(int owner, Matcher matcher)
    {
        var column = columns.FindLastIndex(c => c.Owner == owner);
        if (column < 0 || columns[column].Matchers.Count == 64)
        {
            column = columns.Count;
            columns.Add((owner, []));
        }

        var matchers = columns[column].Matchers;
        matchers.Add(matcher);
        return (column, 1UL << (matchers.Count - 1));
    }
}
