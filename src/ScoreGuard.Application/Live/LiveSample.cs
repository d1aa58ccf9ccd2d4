using System.Collections.Immutable;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Outcomes;
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
        var file = context.Files.DisplayName(Workspace.FileName);
        var prepared = await new LivePreparation(context).PrepareAsync(
            mark,
            leads,
            most,
            (_, _) => false,
            cancellationToken
        );
        if (prepared is not Parsed<PreparedReplay>.Ok { Value: var (_, _, replay) } ready)
        {
            return new Parsed<LiveSampled>.Refused(((Parsed<PreparedReplay>.Refused)prepared).Diagnostics);
        }

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
                    new(Outcomes(result), [.. ready.Warnings, .. Janitor.Told(file, mark, result.Left)]),
                    []
                );
        }
        catch (TargetFault fault)
        {
            return new Parsed<LiveSampled>.Refused([LiveProblem.Of(fault).ToDiagnostic(file)]);
        }
    }

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
