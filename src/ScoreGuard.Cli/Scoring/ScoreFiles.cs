namespace ScoreGuard.Cli.Scoring;

/// <summary>What <c>score</c> reads and writes.</summary>
/// <param name="Outcomes">Null: the output.</param>
/// <param name="Trace">Null: no trace is wanted.</param>
internal sealed record ScoreFiles(string Model, string Leads, string? Outcomes, string? Trace)
{
    /// <summary>The first input that does not exist; null: both do.</summary>
    public string? Missing =>
        !File.Exists(Model) ? Model
        : !File.Exists(Leads) ? Leads
        : null;
}
