namespace ScoreGuard.Testing.Generators;

/// <summary>Chance from a seed: the same seed makes the same throws on every machine.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random random = new(seed);

    public bool Chance(int percent) => random.Next(100) < percent;

    /// <summary>Both ends included.</summary>
    public int Between(int low, int high) => random.Next(low, high + 1);

    public T Pick<T>(params IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>Some of the items, each once, in any order.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> from, int atLeast, int atMost) =>
        [.. Shuffle(from).Take(Between(Math.Min(atLeast, from.Count), Math.Min(atMost, from.Count)))];

    public IReadOnlyList<T> Shuffle<T>(IReadOnlyList<T> from)
    {
        var items = from.ToArray();
        random.Shuffle(items);
        return items;
    }
}
