using ScoreGuard.Benchmarks.Measuring;

namespace ScoreGuard.Benchmarks.Standard;

/// <summary>What was measured, by name.</summary>
internal sealed class StandardFigures
{
    private readonly Dictionary<string, Figures> figures = [];

    public string Machine { get; set; } = "";

    public string LoadBefore { get; set; } = "";

    public string LoadAfter { get; set; } = "";

    /// <summary>The rounds of that name, to be added to.</summary>
    public Figures Of(string name)
    {
        if (!figures.TryGetValue(name, out var rounds))
        {
            figures[name] = rounds = new();
        }

        return rounds;
    }

    /// <summary>The median of that name, or null where nothing was measured.</summary>
    public double? Find(string name) => figures.TryGetValue(name, out var rounds) ? rounds.Median() : null;

    /// <summary>The median of the rounds' own ratios, or null where either was not measured.</summary>
    public double? Ratio(string name, string by) =>
        figures.TryGetValue(name, out var rounds) && figures.TryGetValue(by, out var others)
            ? rounds.MedianRatioTo(others)
            : null;

    /// <summary>The widest spread of the rounds that are compared.</summary>
    public double WidestSpreadShare() =>
        figures.Values.Where(rounds => rounds.Count > 1).Max(rounds => rounds.SpreadShare());
}
