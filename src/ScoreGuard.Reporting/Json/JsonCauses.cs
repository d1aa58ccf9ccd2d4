using System.Text.Json;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Drift;
using ScoreGuard.Domain.Drift.Traits;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Reports;
using ScoreGuard.Reporting.Words;

namespace ScoreGuard.Reporting.Json;

/// <summary>Why it moved: edits, causes, the gravest leads, diagnostics.</summary>
internal static class JsonCauses
{
    public static void Write(Utf8JsonWriter json, RunReport report)
    {
        json.WriteObjects("edits", report.Edits, WriteEdit);
        json.WriteObjects("common", report.Common, WriteCommon);
        json.WriteObjects("causes", report.Causes, WriteCause);
        json.WriteObjects("changes", report.Leads, WriteChange);
        json.WriteObjects("diagnostics", report.Diagnostics, WriteDiagnostic);
    }

    private static void WriteEdit(Utf8JsonWriter json, EditWords edit)
    {
        json.WriteString("change", edit.Change);
        json.WriteString("area", edit.Area);
        json.WriteString("name", edit.Name);
        json.WriteString("sentence", edit.Sentence);
    }

    private static void WriteCause(Utf8JsonWriter json, Cause cause)
    {
        json.WriteString("id", cause.Id);
        json.WriteString("digest", cause.Digest);
        json.WriteNumber("leads", cause.Leads);
        json.WriteStartObject("kinds");
        foreach (var (kind, count) in cause.Kinds)
            json.WriteNumber(Codes.Of(kind), count);
        json.WriteEndObject();
        json.WriteTexts("fields", cause.Fields);
        json.WriteTexts("rules", cause.Rules);
        json.WriteTexts("edits", cause.Edits);
        json.WriteTexts("examples", cause.Examples);
        json.WriteObjects("common", cause.Common, WriteCommon);
        json.WriteObjects(
            "moves",
            cause.Moves,
            static (json, move) =>
            {
                json.WriteString("dimension", move.Dimension);
                json.WritePoints("least", move.Least);
                json.WritePoints("most", move.Most);
                json.WriteNumber("oneSided", move.OneSided);
            }
        );
        json.WriteTexts("sentences", TraitWords.Of(cause));
    }

    private static void WriteCommon(Utf8JsonWriter json, CommonTrait common)
    {
        var trait = common.Trait;
        json.WriteString("kind", Codes.Of(trait.Kind));
        json.WriteString("name", trait.Name);
        json.WriteString("property", trait.Property);
        json.WriteString("value", trait.Value);
        json.WriteNumber("having", common.Having);
        json.WriteNumber("leads", common.Leads);
        json.WriteNumber("unchangedHaving", common.UnchangedHaving);
        json.WriteNumber("unchanged", common.Unchanged);
    }

    private static void WriteChange(Utf8JsonWriter json, LeadChange change)
    {
        json.WriteString("lead", change.Lead);
        json.WriteString("kind", Codes.Of(change.Kind));
        json.WriteString("cause", change.Cause);
        json.WriteTexts("fields", change.Fields);
        WriteOutcome(json, "before", change.Before);
        WriteOutcome(json, "after", change.After);
        json.WriteObjects(
            "rules",
            change.Rules,
            static (json, rule) =>
            {
                json.WriteString("rule", rule.Rule);
                json.WritePoints("before", rule.Before);
                json.WritePoints("after", rule.After);
            }
        );
    }

    /// <summary>What a reader compares; the whole outcomes are in the store.</summary>
    private static void WriteOutcome(Utf8JsonWriter json, string name, Outcome? outcome)
    {
        if (outcome is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteStartObject("scores");
        foreach (var score in outcome.Scores)
            json.WritePoints(score.Dimension, score.Value);
        json.WriteEndObject();
        json.WriteStartObject("labels");
        foreach (var label in outcome.Labels)
            json.WriteString(label.Dimension, label.Name);
        json.WriteEndObject();
        json.WriteString("grade", outcome.Grade);
        json.WriteString("stage", outcome.Stage);
        json.WriteString("route", OutcomeParts.LastRoute(outcome));
        json.WriteString("error", outcome.Error?.Code);
        json.WriteEndObject();
    }

    private static void WriteDiagnostic(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", diagnostic.Severity == Severity.Error ? "error" : "warning");
        json.WriteString("file", diagnostic.File);
        json.WritePoints("line", diagnostic.At?.Line);
        json.WritePoints("column", diagnostic.At?.Column);
        json.WriteString("path", diagnostic.Path);
        json.WriteString("message", diagnostic.Message);
    }
}
