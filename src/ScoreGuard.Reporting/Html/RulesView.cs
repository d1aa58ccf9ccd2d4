using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Html;

/// <summary>Rules whose points changed, largest difference of points first.</summary>
internal sealed record RulesView(IReadOnlyList<RuleView> Rules, string? More)
{
    private const int Most = 15;

    public static RulesView? Of(RunReport report)
    {
        if (!report.IsCompared() || report.Rules.IsEmpty)
            return null;

        var more = report.Rules.Length - Most;
        return new(
            [
                .. report
                    .Rules.OrderByDescending(rule => Math.Abs(rule.PointsAfter - rule.PointsBefore))
                    .ThenByDescending(rule => rule.Changed)
                    .ThenBy(rule => rule.Rule, StringComparer.Ordinal)
                    .Take(Most)
                    .Select(RuleView.Of),
            ],
            more > 0 ? $"{Figures.Count(more)} more are in report.json." : null
        );
    }
}

internal sealed record RuleView(
    string Rule,
    string Changed,
    string LeadsBefore,
    string LeadsAfter,
    string PointsBefore,
    string PointsAfter,
    string Difference
)
{
    public static RuleView Of(RuleMovement rule) =>
        new(
            Shown.Name(rule.Rule),
            Figures.Count(rule.Changed),
            Figures.Count(rule.LeadsBefore),
            Figures.Count(rule.LeadsAfter),
            Figures.Points(rule.PointsBefore),
            Figures.Points(rule.PointsAfter),
            Figures.SignedPoints(rule.PointsAfter - rule.PointsBefore)
        );
}
