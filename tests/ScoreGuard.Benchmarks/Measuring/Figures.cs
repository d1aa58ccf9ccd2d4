namespace ScoreGuard.Benchmarks.Measuring;

/// <summary>The figures of a few rounds.</summary>
internal sealed class Figures
{
    private readonly List<double> rounds = [];

    public int Count => rounds.Count;

    public void Add(double figure) => rounds.Add(figure);

    /// <summary>The middle figure of an odd number of rounds, the upper of the two middle ones of an even number.</summary>
    /// <exception cref="InvalidOperationException">No round was measured.</exception>
    public double Median() =>
        rounds.Count == 0
            ? throw new InvalidOperationException("No round was measured.")
            : rounds.Order().ElementAt(rounds.Count / 2);

    /// <summary>How far apart the rounds were: highest less lowest, as a share of the median.</summary>
    public double SpreadShare() => (rounds.Max() - rounds.Min()) / Median();
}
