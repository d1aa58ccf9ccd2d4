namespace ScoreGuard.Benchmarks.Standard;

/// <param name="Milliseconds">The least time of a round of an engine.</param>
/// <param name="PeerMilliseconds">The least time of a round of a peer.</param>
/// <param name="Sizes">Numbers of leads for the whole programs.</param>
/// <param name="WithProgram">Whether <c>scoreguard</c> itself is measured, beside its engine.</param>
internal sealed record StandardOptions(
    int Milliseconds,
    int PeerMilliseconds,
    IReadOnlyList<int> Sizes,
    bool WithProgram
)
{
    public static StandardOptions Full(bool withProgram) =>
        new(2_000, 4_000, [10_000, 100_000, 1_000_000], withProgram);

    /// <summary>For trying the benchmark itself; its figures are no figures.</summary>
    public static StandardOptions Quick(bool withProgram) => new(200, 500, [10_000], withProgram);
}
