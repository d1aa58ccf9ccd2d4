using System.Globalization;
using ScoreGuard.Application.Live;
using ScoreGuard.Application.Validation;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Cli.Terminals;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Cli.Workspaces;

/// <summary>Tells what a run would do on its platform, and does nothing of it.</summary>
internal static class ReplayPlanning
{
    /// <returns>The exit code: what would make the run broken is broken here.</returns>
    public static async Task<int> TellAsync(WorkspaceContext context, bool asJson, CancellationToken cancellationToken)
    {
        var planned = await new PlanReplay(context).ExecuteAsync(cancellationToken);
        if (planned is not Parsed<ReplayPlan>.Ok { Value: var plan, Warnings: var warnings })
        {
            var wrong = ((Parsed<ReplayPlan>.Refused)planned).Diagnostics;
            JsonOut.Refuse(wrong, asJson);
            return wrong.Any(one => one.Code == WorkspaceCodes.TargetUse.Code) ? ExitCodes.BadInput : ExitCodes.Broken;
        }

        if (AddressCheck.FindWarning(context.Workspace.Target) is { } address)
        {
            warnings = warnings.Add(address);
        }

        if (asJson)
        {
            JsonOut.Write(json =>
            {
                json.WriteStartObject();
                json.WriteString("platform", plan.Platform);
                json.WriteNumber("leads", plan.Leads);
                json.WriteNumber("notTestable", plan.NotTestable);
                json.WriteString("canary", plan.Canary);
                json.WriteStartArray("calls");
                foreach (var calls in plan.Calls)
                {
                    json.WriteStartObject();
                    json.WriteString("what", calls.What);
                    json.WriteNumber("calls", calls.Calls);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteNumber("total", plan.Total);
                json.WriteNumber("keptBack", plan.KeptBack);
                json.WriteNumber("perRun", plan.Discipline.CallsPerRun);
                json.WriteNumber("perDay", plan.Discipline.CallsPerDay);
                json.WriteBoolean("affordable", plan.IsAffordable);
                json.WriteNumber("atLeastMinutes", plan.AtLeast.TotalMinutes);
                JsonOut.Diagnostics(json, warnings);
                json.WriteEndObject();
            });
        }
        else
        {
            Tell(plan, warnings);
        }

        return plan.IsAffordable ? ExitCodes.Fine : ExitCodes.Broken;
    }

    private static void Tell(ReplayPlan plan, IEnumerable<Diagnostic> warnings)
    {
        Screen.Show(warnings);
        Screen.Line(
            $"A run would put {Counted.Of(plan.Leads, "lead")} into {plan.Platform}, lead {plan.Canary} first as the canary."
        );
        foreach (var calls in plan.Calls)
        {
            Screen.Line($"{Count(calls.Calls), 9}  {calls.What}");
        }

        Screen.Line(
            $"{Count(plan.Total), 9}  calls when nothing goes wrong, the second look at drifted leads not counted"
        );
        Screen.Line($"{Count(plan.KeptBack), 9}  kept back for the clean-up");
        Screen.Line(
            $"Budget: {Count(plan.Discipline.CallsPerRun)} a run, {Count(plan.Discipline.CallsPerDay)} a day; {(plan.IsAffordable ? "enough" : "NOT ENOUGH: raise `target.budget`, or replay fewer leads")}."
        );
        Screen.Line(
            $"It takes at least {Counted.Of((long)Math.Ceiling(plan.AtLeast.TotalMinutes), "minute")}. Nothing was called."
        );
    }

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
