using System.CommandLine;
using ScoreGuard.Application.Decisions;
using ScoreGuard.Cli.Terminals;
using ScoreGuard.Cli.Workspaces;
using ScoreGuard.Domain.Baselines;

namespace ScoreGuard.Cli.Commands;

internal static class DecideCommand
{
    public static Command Create()
    {
        var run = Parameters.Run();
        var workspace = Parameters.Workspace();
        var acceptAll = new Option<bool>("--accept-all") { Description = "Everything in this run is as it should be." };
        var rejectAll = new Option<bool>("--reject-all")
        {
            Description = "Record that this is wrong; the baseline stays.",
        };
        var accept = Names("--accept", "CAUSE", "Causes that are as they should be.");
        var reject = Names("--reject", "CAUSE", "Causes that are wrong; the baseline stays.");
        var leads = Names("--accept-lead", "LEAD", "Leads that are as they should be.");
        var by = new Option<string>("--by")
        {
            Description = "Who decides (default: your user name).",
            HelpName = "WHO",
            DefaultValueFactory = _ => Environment.UserName,
        };
        var reason = Parameters.Reason("Why; kept with the baseline for ever.");
        var json = Parameters.Json();
        var command = new Command("decide", "Accepts or rejects what a run found, whole, by cause or by lead.")
        {
            run,
            workspace,
            acceptAll,
            rejectAll,
            accept,
            reject,
            leads,
            by,
            reason,
            json,
        };
        command.Validators.Add(result =>
        {
            var given = new Option[] { acceptAll, rejectAll, accept, reject, leads };
            if (given.Count(option => result.GetResult(option) is not null) != 1)
            {
                result.AddError(
                    "Say what is decided, with exactly one of --accept-all, --reject-all, --accept CAUSE, --reject CAUSE, --accept-lead LEAD."
                );
            }
        });
        command.SetAction(
            (parsed, cancellation) =>
                Guarded.RunAsync(() =>
                {
                    string[] causes = [.. parsed.GetValue(accept) ?? [], .. parsed.GetValue(reject) ?? []];
                    string[] ids = parsed.GetValue(leads) ?? [];
                    var isReject = parsed.GetValue(rejectAll) || parsed.GetValue(reject) is { Length: > 0 };
                    var request = new DecisionRequest(
                        parsed.GetRequiredValue(run),
                        isReject ? DecisionKind.Reject : DecisionKind.Accept,
                        causes.Length > 0 ? DecisionScope.Causes
                            : ids.Length > 0 ? DecisionScope.Leads
                            : DecisionScope.All,
                        [.. causes.Distinct(StringComparer.Ordinal)],
                        [.. ids.Distinct(StringComparer.Ordinal)],
                        parsed.GetRequiredValue(by),
                        parsed.GetRequiredValue(reason)
                    );
                    return RunAsync(parsed.GetRequiredValue(workspace), request, parsed.GetValue(json), cancellation);
                })
        );
        return CommandExamples.Give(
            command,
            "scoreguard decide latest my-guard --accept-all --reason \"Threshold agreed with Sales\"",
            "scoreguard decide 20260310T090000123Z-1a2b3c4d --accept c-0123456789 --reason \"Intended\"",
            "scoreguard decide latest --reject-all --reason \"Edit was a slip\""
        );
    }

    internal static int Tell(DecisionOutcome outcome, bool asJson)
    {
        if (outcome is not DecisionOutcome.Recorded recorded)
        {
            return JsonOut.Refuse(((DecisionOutcome.Refused)outcome).Diagnostics, asJson);
        }

        if (asJson)
        {
            JsonOut.Write(json =>
            {
                json.WriteStartObject();
                json.WriteString("decision", recorded.Decision.Id);
                json.WriteString("kind", recorded.Decision.Kind.ToString().ToLowerInvariant());
                if (recorded.Baseline is { } baseline)
                {
                    json.WriteNumber("baseline", baseline.Version);
                    json.WriteString("root", baseline.OutcomesRoot);
                }

                json.WriteEndObject();
            });
            return ExitCodes.Fine;
        }

        Screen.Line(
            (recorded.Decision.Kind, recorded.Baseline) switch
            {
                (_, { } made) => $"Accepted: baseline version {made.Version}.",
                (DecisionKind.Reject, _) => "Rejected and recorded; the baseline stays. Undo the edit and run again.",
                _ => "Accepted: the first run that equals this preview becomes the baseline.",
            }
        );
        return ExitCodes.Fine;
    }

    private static Task<int> RunAsync(
        string path,
        DecisionRequest request,
        bool asJson,
        CancellationToken cancellationToken
    ) =>
        OpenWorkspace.ThenAsync(
            path,
            writes: true,
            asJson,
            async context => Tell(await new Decide(context).ExecuteAsync(request, cancellationToken), asJson)
        );

    private static Option<string[]> Names(string name, string what, string description) =>
        new(name)
        {
            Description = description,
            HelpName = what,
            AllowMultipleArgumentsPerToken = true,
            Arity = ArgumentArity.OneOrMore,
        };
}
