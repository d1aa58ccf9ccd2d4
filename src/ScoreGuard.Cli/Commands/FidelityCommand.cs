using System.CommandLine;
using ScoreGuard.Application.Live;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Cli.Terminals;
using ScoreGuard.Cli.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;

namespace ScoreGuard.Cli.Commands;

internal static class FidelityCommand
{
    private const int Shown = 20;

    public static Command Create()
    {
        var workspace = Parameters.Workspace();
        var leads = new Option<int>("--leads")
        {
            Description = "How many leads are replayed (default: 50).",
            HelpName = "N",
            DefaultValueFactory = _ => 50,
        };
        var json = Parameters.Json();
        var command = new Command(
            "fidelity",
            "Replays a sample into the platform, evaluates the configuration read from it here, and says where they differ."
        )
        {
            workspace,
            leads,
            json,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Guarded.RunAsync(() =>
                    OpenWorkspace.ThenAsync(
                        parsed.GetRequiredValue(workspace),
                        writes: true,
                        parsed.GetValue(json),
                        async context =>
                        {
                            var asJson = parsed.GetValue(json);
                            var most = Math.Max(1, parsed.GetValue(leads));
                            var done = await CheckAsync(context, most, cancellation);
                            return done is Parsed<Fidelity>.Ok checkedOnes
                                ? Tell(checkedOnes, asJson)
                                : JsonOut.Refuse(((Parsed<Fidelity>.Refused)done).Diagnostics, asJson);
                        }
                    )
                )
        );
        return CommandExamples.Give(
            command,
            "scoreguard fidelity my-guard",
            "scoreguard fidelity my-guard --leads 200",
            "Exit codes: 0 no lead differs; 1 bad input or no answer; 2 leads differ."
        );
    }

    private static async Task<Parsed<Fidelity>> CheckAsync(
        WorkspaceContext context,
        int most,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await new CheckFidelity(context).ExecuteAsync(most, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            throw new StoppedReplay();
        }
    }

    private static int Tell(Parsed<Fidelity>.Ok done, bool asJson)
    {
        var (facts, differences, scores) = done.Value;
        if (asJson)
        {
            JsonOut.Write(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("leads", facts.Leads);
                json.WriteNumber("differing", facts.Differing);
                json.WriteStartArray("scores");
                foreach (var score in scores)
                {
                    json.WriteStringValue(score);
                }

                json.WriteEndArray();
                json.WriteStartArray("differences");
                foreach (var difference in differences)
                {
                    json.WriteStartObject();
                    json.WriteString("lead", difference.Lead);
                    json.WriteString("what", string.Join("; ", difference.What));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                JsonOut.Diagnostics(json, done.Warnings);
                json.WriteEndObject();
            });
        }
        else
        {
            Screen.Show(done.Warnings);
            Screen.Line(
                $"{facts.Differing} of {Counted.Of(facts.Leads, "lead")} {(facts.Differing == 1 ? "differs" : "differ")} between the platform and its configuration as evaluated here; compared: {(scores.IsEmpty ? "no score, for none is called alike on both sides" : string.Join(", ", scores))}, stage and grade where both tell them."
            );
            foreach (var difference in differences.Take(Shown))
            {
                Screen.Line($"  {difference.Lead}: {string.Join("; ", difference.What)}");
            }

            if (differences.Length > Shown)
            {
                Screen.Line($"  and {differences.Length - Shown} more; `--json` lists all.");
            }
        }

        return facts.Differing == 0 ? ExitCodes.Fine : ExitCodes.Drift;
    }
}
