namespace ScoreGuard.Benchmarks.Measuring;

/// <summary>The figures of a few rounds.</summary>
internal sealed class Figures
{
    private readonly List<double> rounds = [];

    public int Count => rounds.Count;

    public void Add(double figure) => rounds.Add(figure);

    /// <summary>The middle figure of an odd number of rounds, the upper of the two middle ones of an even number.</summary>
    /// <exception cref="InvalidOperationException">No round was measured.</exception>
    public double Median() => Median(rounds);

    /// <summary>
    /// The middle one of the ratios that each round gave: what makes the machine faster or slower from one round to the
    /// next touches both sides of a round.
    /// </summary>
    /// <exception cref="InvalidOperationException">The two were not measured in the same rounds.</exception>
    public double MedianRatioTo(Figures other) =>
        Count == other.Count
            ? Median([.. rounds.Zip(other.rounds, (mine, theirs) => mine / theirs)])
            : throw new InvalidOperationException("The two were not measured in the same rounds.");

    private static double Median(List<double> figures) =>
        figures.Count == 0
            ? throw new InvalidOperationException("No round was measured.")
            : figures.Order().ElementAt(figures.Count / 2);

    /// <summary>How far apart the rounds were: highest less lowest, as a share of the median.</summary>
    public double SpreadShare() => (rounds.Max() - rounds.Min()) / Median();
}
