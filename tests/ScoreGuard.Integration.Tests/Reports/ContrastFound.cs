namespace ScoreGuard.Integration.Tests.Reports;

internal sealed record ContrastFound
{
    public int Texts { get; init; }
    public double DarkestBackground { get; init; }
    public string[] Weak { get; init; } = [];
}
