using System.CommandLine;
using System.Diagnostics;
using ScoreGuard.Application.Leads;
using ScoreGuard.Cli.Terminals;
using ScoreGuard.Cli.Workspaces;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Leads;

namespace ScoreGuard.Cli.Commands;

internal static class GenerateCommand
{
    public static Command Create()
    {
        var workspace = Parameters.Workspace();
        var json = Parameters.Json();
        var replace = new Option<bool>("--replace")
        {
            Description = "Freeze what the plan makes now, also if something else is frozen; needs a new baseline.",
        };
        var command = new Command(
            "generate",
            "Freezes the leads of a workspace, or tells whether its plan still makes them."
        )
        {
            workspace,
            replace,
            json,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Guarded.RunAsync(() =>
                    RunAsync(
                        parsed.GetRequiredValue(workspace),
                        parsed.GetValue(replace),
                        parsed.GetValue(json),
                        cancellation
                    )
                )
        );
        return CommandExamples.Give(command, "scoreguard generate my-guard", "scoreguard generate my-guard --replace");
    }

    private static Task<int> RunAsync(string path, bool replace, bool asJson, CancellationToken cancellationToken) =>
        OpenWorkspace.ThenAsync(
            path,
            writes: true,
            asJson,
            async context =>
                await new FreezeLeads(context).ExecuteAsync(replace, cancellationToken) switch
                {
                    FreezeOutcome.Frozen frozen => Tell(
                        frozen.Leads,
                        frozen.Replaced is null ? "frozen" : "replaced",
                        asJson
                    ),
                    FreezeOutcome.Unchanged unchanged => Tell(unchanged.Leads, "unchanged", asJson),
                    FreezeOutcome.Refused refused => JsonOut.Refuse(refused.Diagnostics, asJson),
                    _ => throw new UnreachableException(),
                }
        );

    private static int Tell(LeadSet leads, string state, bool asJson)
    {
        if (asJson)
        {
            JsonOut.Write(json =>
            {
                json.WriteStartObject();
                json.WriteString("state", state);
                json.WriteNumber("leads", leads.Leads);
                json.WriteString("leadSet", leads.Root);
                json.WriteString("digest", leads.Digest);
                json.WriteString("asOf", leads.AsOf.ToString());
                json.WriteEndObject();
            });
            return ExitCodes.Fine;
        }

        Screen.Line(
            state switch
            {
                "frozen" => $"Froze {Counted.Of(leads.Leads, "lead")}, replayed up to {leads.AsOf}.",
                "replaced" =>
                    $"Replaced the frozen leads by {Counted.Of(leads.Leads, "new one")}. The baseline belongs to the earlier ones: run, and approve a new one.",
                _ => $"Frozen: {Counted.Of(leads.Leads, "lead")}, just as the plan makes them; nothing was changed.",
            }
        );
        return ExitCodes.Fine;
    }
}
