using System.Globalization;
using ScoreGuard.Application.Live;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Cli.Terminals;
using ScoreGuard.Domain.Diagnostics;

namespace ScoreGuard.Cli.Workspaces;

/// <summary>Tells what a run would do on its platform, and does nothing of it.</summary>
internal static class ReplayPlanning
{
    public static async Task<int> TellAsync(WorkspaceContext context, bool asJson, CancellationToken cancellationToken)
    {
        var planned = await new PlanReplay(context).ExecuteAsync(cancellationToken);
        if (planned is not Parsed<ReplayPlan>.Ok { Value: var plan, Warnings: var warnings })
        {
            return JsonOut.Refuse(((Parsed<ReplayPlan>.Refused)planned).Diagnostics, asJson);
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

        return plan.IsAffordable ? ExitCodes.Fine : ExitCodes.BadInput;
    }

    private static void Tell(ReplayPlan plan, IEnumerable<Diagnostic> warnings)
    {
        Screen.Show(warnings);
        Screen.Line(
            $"A run would put {plan.Leads} leads into {plan.Platform}, lead {plan.Canary} first as the canary."
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
        Screen.Line($"It takes at least {plan.AtLeast.TotalMinutes:0} minutes. Nothing was called.");
    }

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
