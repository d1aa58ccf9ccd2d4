namespace ScoreGuard.Benchmarks.Contestants;

/// <summary>The one place where the benchmarks meet the engine and the program that they are about.</summary>
internal static class ProductionEngine
{
    /// <summary>The engine, or null in a build that has none yet; the page then says so instead of a figure.</summary>
    public static IEngineUnderTest? Find() => new ScoreGuardEngine();

    /// <summary>The arguments of <c>scoreguard score</c>.</summary>
    public static string[] Score(string model, string leads, string asOf, string outcomes) =>
        ["score", "--model", model, "--leads", leads, "--as-of", asOf, "--out", outcomes];
}
