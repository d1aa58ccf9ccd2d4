using System.Text.Json;
using ScoreGuard.Domain.Reports;

namespace ScoreGuard.Reporting.Json;

/// <summary>Which run, against which baseline, and what to do next.</summary>
internal static class JsonIdentity
{
    public static void Write(Utf8JsonWriter json, RunReport report)
    {
        WriteRun(json, report.Run);
        WriteBaseline(json, report.Baseline);
        WriteTarget(json, report);
        WriteListed(json, report);
        json.WriteTexts("actions", report.Actions);
        json.WriteObjects(
            "commands",
            report.Commands,
            static (json, hint) =>
            {
                json.WriteString("purpose", hint.Purpose);
                json.WriteString("command", hint.Command);
            }
        );
    }

    private static void WriteRun(Utf8JsonWriter json, RunIdentity run)
    {
        json.WriteStartObject("run");
        json.WriteString("id", run.Id);
        json.WriteString("workspace", run.Workspace);
        json.WriteString("kind", run.Kind);
        json.WriteString("reason", run.Reason);
        json.WriteString("startedAt", run.StartedAt.ToString());
        json.WriteString("finishedAt", run.FinishedAt.ToString());
        json.WriteString("asOf", run.AsOf.ToString());
        json.WriteString("modelName", run.ModelName);
        json.WriteString("modelHash", run.ModelHash);
        json.WriteString("leadSetHash", run.LeadSetHash);
        json.WriteString("engineVersion", run.EngineVersion);
        json.WriteString("outcomesRoot", run.OutcomesRoot);
        json.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter json, RunReport report)
    {
        if (report.Target is not { } target)
        {
            json.WriteNull("target");
            return;
        }

        json.WriteStartObject("target");
        json.WriteString("platform", target.Platform);
        json.WriteString("use", target.IsReplay ? "replay" : "read");
        json.WriteString("configuration", target.ConfigurationHash);
        json.WriteString("approvedConfiguration", target.ApprovedConfigurationHash);
        json.WriteNumber("notTestable", target.NotTestable);
        json.WriteNumber("confirmedAway", target.ConfirmedAway);
        json.WriteNumber("leftBehind", target.LeftBehind);
        if (target.Fidelity is { } fidelity)
        {
            json.WriteStartObject("fidelity");
            json.WriteString("at", fidelity.At.ToString());
            json.WriteNumber("leads", fidelity.Leads);
            json.WriteNumber("differing", fidelity.Differing);
            json.WriteString("configuration", fidelity.ConfigurationHash);
            json.WriteEndObject();
        }

        json.WriteTexts("sentences", report.TargetWords);
        json.WriteEndObject();
    }

    private static void WriteListed(Utf8JsonWriter json, RunReport report)
    {
        if (report.Listed is not { } listed)
        {
            json.WriteNull("listed");
            return;
        }

        json.WriteStartObject("listed");
        json.WriteString("file", ReportFiles.OutcomesCsvName);
        json.WriteNumber("rows", listed.Rows);
        json.WriteNumber("leads", listed.Leads);
        json.WriteEndObject();
    }

    private static void WriteBaseline(Utf8JsonWriter json, BaselineIdentity? baseline)
    {
        if (baseline is null)
        {
            json.WriteNull("baseline");
            return;
        }

        json.WriteStartObject("baseline");
        json.WriteNumber("version", baseline.Version);
        json.WriteString("root", baseline.Root);
        json.WriteString("modelHash", baseline.ModelHash);
        json.WriteString("leadSetHash", baseline.LeadSetHash);
        json.WriteString("approvedAt", baseline.ApprovedAt.ToString());
        json.WriteString("approvedBy", baseline.ApprovedBy);
        json.WriteString("reason", baseline.Reason);
        json.WriteEndObject();
    }
}
