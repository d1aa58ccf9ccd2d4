using System.CommandLine;
using ScoreGuard.Application.Scoring;
using ScoreGuard.Cli.Scoring;
using ScoreGuard.Cli.Terminals;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Replay;
using ScoreGuard.Targets.Model;

namespace ScoreGuard.Cli.Commands;

internal static class ScoreCommand
{
    public static Command Create()
    {
        var model = Required("--model", "FILE", "The model.");
        var leads = Required("--leads", "FILE", "The leads, JSON Lines.");
        var asOf = Required("--as-of", "INSTANT", "The instant that is judged, as 2026-03-10T00:00:00Z or 2026-03-10.");
        var @out = new Option<string?>("--out")
        {
            Description = "Where the outcomes go (default: the output).",
            HelpName = "FILE",
        };
        var trace = new Option<string?>("--trace")
        {
            Description = "Where the explanation of every lead goes.",
            HelpName = "FILE",
        };
        var command = new Command("score", "Replays leads through a model: outcomes as JSON Lines.")
        {
            model,
            leads,
            asOf,
            @out,
            trace,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Guarded.RunAsync(() =>
                {
                    var files = new ScoreFiles(
                        parsed.GetRequiredValue(model),
                        parsed.GetRequiredValue(leads),
                        parsed.GetValue(@out),
                        parsed.GetValue(trace)
                    );
                    return Task.FromResult(Run(files, parsed.GetRequiredValue(asOf), cancellation));
                })
        );
        return CommandExamples.Give(
            command,
            "scoreguard score --model model.yaml --leads leads.jsonl --as-of 2026-03-10T00:00:00Z --out outcomes.jsonl",
            "scoreguard score --model model.yaml --leads leads.jsonl --as-of 2026-03-10 --trace trace.jsonl"
        );
    }

    private static int Run(ScoreFiles files, string asOfText, CancellationToken cancellationToken)
    {
        if (!InstantText.TryParse(asOfText, out var asOf))
        {
            Screen.Error(
                $"error: --as-of is no instant: `{asOfText}`; write it as 2026-03-10T00:00:00Z, years 1970 to 2100."
            );
            return ExitCodes.BadInput;
        }

        if (files.Missing is { } missing)
        {
            Screen.Error($"error: there is no file `{missing}`; correct the name.");
            return ExitCodes.BadInput;
        }

        using var outcomes = WholeFile.Open(files.Outcomes);
        using var traces = files.Trace is null ? null : WholeFile.Open(files.Trace);
        using var leads = File.OpenRead(files.Leads);
        using var progress = new LeadProgress("Replayed", TimeProvider.System);
        var scored = new ScoreLeads(new TzdbTimeZones()) { Progress = progress }.Run(
            new(files.Model, File.ReadAllBytes(files.Model)),
            new(files.Leads, leads),
            asOf,
            outcomes.Stream,
            traces?.Stream,
            cancellationToken
        );
        if (scored is Parsed<ReplaySummary>.Refused refused)
        {
            Screen.Show(refused.Diagnostics);
            return ExitCodes.BadInput;
        }

        outcomes.Keep();
        traces?.Keep();
        return ExitCodes.Fine;
    }

    private static Option<string> Required(string name, string what, string description) =>
        new(name)
        {
            Description = description,
            HelpName = what,
            Required = true,
        };
}
