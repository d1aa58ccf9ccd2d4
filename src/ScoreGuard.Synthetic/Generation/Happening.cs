namespace ScoreGuard.Synthetic.Generation;

/// <summary>The <paramref name="Time"/>-th time (from 0) of a step.</summary>
/// <param name="Rank">The step's place where instants are equal.</param>
/// <param name="Step">The step's place in the persona's order of steps.</param>
internal readonly record struct Happening(long At, int Rank, int Time, int Step)
{
    public static readonly Comparison<Happening> InOrder = static (left, right) =>
        left.At != right.At ? left.At.CompareTo(right.At)
        : left.Rank != right.Rank ? left.Rank.CompareTo(right.Rank)
        : left.Time.CompareTo(right.Time);
}
