using System.Collections.Immutable;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Outcomes;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Application.Live;

/// <summary>A part of the population, replayed once and compared with nothing.</summary>
internal sealed class LiveSample(WorkspaceContext context)
{
    public async Task<Parsed<LiveSampled>> ReplayAsync(
        string mark,
        LeadSet leads,
        int most,
        CancellationToken cancellationToken
    )
    {
        var target = context.Workspace.Target;
        var file = context.Files.DisplayName(Workspace.FileName);
        var opened = context.Targets.Open(target, mark, context.Stores.Ledger);
        if (opened is not Parsed<ITarget>.Ok { Value: var platform })
        {
            return new Parsed<LiveSampled>.Refused(((Parsed<ITarget>.Refused)opened).Diagnostics);
        }

        var made = await LivePopulations.MakeAsync(context, leads, platform.Capabilities, most, cancellationToken);
        if (made is not Parsed<LivePopulation>.Ok { Value: var population, Warnings: var warnings })
        {
            return new Parsed<LiveSampled>.Refused(((Parsed<LivePopulation>.Refused)made).Diagnostics);
        }

        var others = await new Janitor(context).CleanOthersAsync(mark, waits: false, cancellationToken);
        var replay = new LiveReplay(target, population, kept => Open(mark, kept), (_, _) => false)
        {
            AsOf = leads.AsOf,
            Time = context.Time,
            Place = context.Targets.PlaceOf(target),
        };
        try
        {
            var result = await replay.RunAsync(context.Stores.Journal, mark, null, cancellationToken);
            if (result.Left.IsEmpty)
            {
                await context.Stores.Journal.RemoveAsync(mark, cancellationToken);
            }

            return result.Problem is { } problem
                ? new Parsed<LiveSampled>.Refused([problem.ToDiagnostic(file)])
                : new Parsed<LiveSampled>.Ok(
                    new(Outcomes(result), [.. warnings, .. others, .. Janitor.Told(file, mark, result.Left)]),
                    []
                );
        }
        catch (TargetFault fault)
        {
            return new Parsed<LiveSampled>.Refused([LiveProblem.Of(fault).ToDiagnostic(file)]);
        }
    }

    private ITarget Open(string mark, int kept) =>
        (
            (Parsed<ITarget>.Ok)
                context.Targets.Open(context.Workspace.Target.Keeping(kept), mark, context.Stores.Ledger)
        ).Value;

    private static ImmutableArray<Outcome> Outcomes(LiveResult result)
    {
        var reader = new OutcomeReader();
        return
        [
            .. result.Lines.Select(line =>
            {
                var rest = line.Span;
                return reader.Read(OutcomeLines.TakeLine(ref rest));
            }),
        ];
    }
}

/// <param name="Outcomes">In the order of the leads.</param>
internal sealed record LiveSampled(ImmutableArray<Outcome> Outcomes, ImmutableArray<Diagnostic> Warnings);
