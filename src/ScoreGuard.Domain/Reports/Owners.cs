namespace ScoreGuard.Domain.Reports;

/// <summary>Who acts on a report, as the workspace names them; null where it does not.</summary>
/// <param name="Marketing">Keeps the scoring model.</param>
/// <param name="Sales">Lives with the leads that come out of it.</param>
public sealed record Owners(string? Marketing, string? Sales)
{
    public string MarketingName => Marketing ?? "Marketing Operations";

    public string SalesName => Sales ?? "Sales Operations";
}
