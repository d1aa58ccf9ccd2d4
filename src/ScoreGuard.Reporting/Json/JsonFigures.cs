using System.Text.Json;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Json;

/// <summary>Every figure: counts, Sales line, transfers, distributions, rules.</summary>
internal static class JsonFigures
{
    public static void Write(Utf8JsonWriter json, RunReport report)
    {
        WriteCounts(json, report);
        WriteSales(json, report.Sales);
        json.WriteObjects("stages", report.Stages, WriteTransfer);
        json.WriteObjects("routes", report.Routes, WriteTransfer);
        json.WriteObjects(
            "labels",
            report.Labels,
            static (json, labels) =>
            {
                json.WriteString("dimension", labels.Dimension);
                json.WriteObjects("moves", labels.Moves, WriteTransfer);
            }
        );
        json.WriteObjects("scores", report.Scores, WriteDistribution);
        json.WriteObjects("rules", report.Rules, WriteRule);
    }

    /// <summary>Null where nothing was compared: "lost: 0" of a run that could not judge would read as good news.</summary>
    private static void WriteCounts(Utf8JsonWriter json, RunReport report)
    {
        var counts = report.Counts;
        if (report.Verdict == Verdict.Broken)
            json.WriteNull("leads");
        else
            json.WriteNumber("leads", counts.Leads);

        if (!report.IsCompared())
        {
            json.WriteNull("counts");
            return;
        }

        json.WriteStartObject("counts");
        json.WriteNumber("gained", counts.Gained);
        json.WriteNumber("lost", counts.Lost);
        json.WriteNumber("changedOtherwise", counts.ChangedOtherwise);
        json.WriteNumber("unchanged", counts.Unchanged);
        json.WriteStartObject("byKind");
        foreach (var (kind, count) in counts.ByKind)
            json.WriteNumber(Codes.Of(kind), count);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSales(Utf8JsonWriter json, SalesLine? sales)
    {
        if (sales is null)
        {
            json.WriteNull("sales");
            return;
        }

        json.WriteStartObject("sales");
        json.WriteTexts("stages", sales.Stages);
        json.WriteNumber("before", sales.Before);
        json.WriteNumber("after", sales.After);
        json.WriteNumber("gained", sales.Gained);
        json.WriteNumber("lost", sales.Lost);
        json.WriteEndObject();
    }

    private static void WriteTransfer(Utf8JsonWriter json, Transfer transfer)
    {
        json.WriteString("before", transfer.Before);
        json.WriteString("after", transfer.After);
        json.WriteNumber("leads", transfer.Leads);
    }

    private static void WriteDistribution(Utf8JsonWriter json, ScoreDistribution scores)
    {
        json.WriteString("dimension", scores.Dimension);
        json.WriteNumber("changed", scores.Changed);
        // JSON has no infinity; a population that was empty before has no index.
        if (double.IsFinite(scores.Psi))
            json.WriteNumber("psi", scores.Psi);
        else
            json.WriteNull("psi");
        WriteSummary(json, "before", scores.Before);
        WriteSummary(json, "after", scores.After);
        json.WriteObjects(
            "bins",
            scores.Bins,
            static (json, bin) =>
            {
                json.WriteString("label", bin.Label);
                json.WritePoints("from", bin.From);
                json.WritePoints("to", bin.To);
                json.WriteNumber("before", bin.Before);
                json.WriteNumber("after", bin.After);
            }
        );
    }

    private static void WriteSummary(Utf8JsonWriter json, string name, ScoreSummary summary)
    {
        json.WriteStartObject(name);
        json.WriteNumber("scored", summary.Scored);
        json.WritePoints("mean", summary.Mean);
        json.WritePoints("min", summary.Min);
        json.WritePoints("median", summary.Median);
        json.WritePoints("max", summary.Max);
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, RuleMovement rule)
    {
        json.WriteString("rule", rule.Rule);
        json.WriteNumber("changed", rule.Changed);
        json.WriteNumber("leadsBefore", rule.LeadsBefore);
        json.WriteNumber("leadsAfter", rule.LeadsAfter);
        json.WritePoints("pointsBefore", rule.PointsBefore);
        json.WritePoints("pointsAfter", rule.PointsAfter);
    }
}
