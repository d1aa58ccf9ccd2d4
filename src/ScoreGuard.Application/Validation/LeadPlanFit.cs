using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Domain.Workspaces.Targets;
using ScoreGuard.Synthetic.Plans;

namespace ScoreGuard.Application.Validation;

/// <summary>Whether the leads of a plan do what a target can tell its platform, and have what it gives to it.</summary>
internal static class LeadPlanFit
{
    public static IEnumerable<Diagnostic> Check(TargetDefinition target, LeadPlan plan)
    {
        if (!target.MakesRecords)
        {
            yield break;
        }

        var activities = Names(plan.Personas.SelectMany(persona => persona.Steps).Select(step => step.Activity));
        string[] signals = [.. target.Signals.Select(signal => signal.Activity)];
        foreach (var activity in activities.Except([.. signals, ActivityNames.AttributeChange]))
        {
            yield return Warn(
                "target.signals",
                $"Leads do {Quote.Code(activity)}, which has no entry here: they cannot be tested{Spelling.Hint(activity, signals)}"
            );
        }

        // Hand-written leads may do and have anything.
        if (plan.Pinned is not null)
        {
            yield break;
        }

        for (var place = 0; place < target.Signals.Length; place++)
        {
            if (!activities.Contains(signals[place]))
            {
                yield return Warn(
                    $"target.signals[{place}]",
                    $"No lead of the plan ever does {Quote.Code(signals[place])}{Spelling.Hint(signals[place], activities)}"
                );
            }
        }

        var attributes = Names(plan.Personas.SelectMany(persona => persona.Attributes).Select(one => one.Name));
        foreach (var field in target.Leads.Fields.Where(field => !attributes.Contains(field.Ours)))
        {
            yield return Warn(
                "target.lead.fields",
                $"No lead of the plan ever has {Quote.Code(field.Ours)}, so {Quote.Code(field.Theirs)} stays empty{Spelling.Hint(field.Ours, attributes)}"
            );
        }

        Diagnostic Warn(string path, string message) =>
            target.Places.Locate(
                new(WorkspaceCodes.LeadsDoNotFit.Code, Severity.Warning, Workspace.FileName, null, path, message)
            );
    }

    private static string[] Names(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
