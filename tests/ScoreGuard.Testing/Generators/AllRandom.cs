namespace ScoreGuard.Testing.Generators;

/// <summary>Generated cases for mass comparison, without a property runner: the same seed, the same cases.</summary>
public static class AllRandom
{
    /// <summary>The cases of the seeds from <paramref name="seed"/> on.</summary>
    public static IEnumerable<GeneratedCase> Cases(int seed, int count) =>
        Enumerable.Range(seed, count).Select(CaseMaker.Make);
}
