using System.Buffers;
using System.Collections.Immutable;
using ScoreGuard.Application.Runs;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Application.Live;

/// <summary>The part of a run that a live platform does: its leads go there and come back as shards of outcomes.</summary>
internal sealed class LiveRun(WorkspaceContext context)
{
    private readonly TargetDefinition _target = context.Workspace.Target;
    private readonly string _file = context.Files.DisplayName(Workspace.FileName);

    /// <param name="run">The run's id.</param>
    /// <param name="step">How long this step may last; null: as long as it needs.</param>
    /// <returns>The outcomes, or why there are none; what was left behind and not tested is told either way.</returns>
    /// <exception cref="ReplayPaused">The step is over; go on later.</exception>
    public async Task<LiveShards> ReplayAsync(
        string run,
        Evidence evidence,
        TimeSpan? step,
        CancellationToken cancellationToken
    )
    {
        var mark = MarkOf(run);
        if (Open(mark, 0) is not Parsed<ITarget>.Ok { Value: var platform })
        {
            // Told when the target was read at the start of the run.
            return Without(((Parsed<ITarget>.Refused)Open(mark, 0)).Diagnostics);
        }

        var made = await LivePopulations.MakeAsync(
            context,
            evidence.Leads!,
            platform.Capabilities,
            int.MaxValue,
            cancellationToken
        );
        if (made is not Parsed<LivePopulation>.Ok { Value: var population, Warnings: var warnings })
        {
            return Without(((Parsed<LivePopulation>.Refused)made).Diagnostics);
        }

        var diagnostics = warnings.ToBuilder();
        if ((await context.Stores.Journal.ReadAsync(mark, cancellationToken)).IsEmpty)
        {
            diagnostics.AddRange(await new Janitor(context).CleanOthersAsync(mark, waits: false, cancellationToken));
        }

        var approved = await ApprovedLines.ReadAsync(
            context.Stores.OutcomeShards,
            evidence.BaselineOutcomes,
            cancellationToken
        );
        var replay = new LiveReplay(_target, population, kept => Get(mark, kept), approved.IsDrifted)
        {
            AsOf = evidence.Leads!.AsOf,
            Time = context.Time,
            Place = context.Targets.PlaceOf(_target),
        };
        var until = context.Time.GetUtcNow() + step;
        try
        {
            var result = await replay.RunAsync(context.Stores.Journal, mark, until, cancellationToken);
            evidence.Learn(facts =>
                facts with
                {
                    NotTestable = population.Untestable.Length,
                    ConfirmedAway = result.Passing,
                    LeftBehind = result.Left.Length,
                }
            );
            diagnostics.AddRange(Told(result));
            return new(await SaveAsync(result.Lines, cancellationToken), diagnostics.DrainToImmutable());
        }
        catch (TargetFault fault)
        {
            var state = ReplayState.Of(await context.Stores.Journal.ReadAsync(mark, cancellationToken));
            evidence.Learn(facts =>
                facts with
                {
                    NotTestable = population.Untestable.Length,
                    LeftBehind = state.OpenRecords.Count(),
                }
            );
            diagnostics.Add(LiveProblem.Of(fault).ToDiagnostic(_file));
            diagnostics.Add(
                LeftBehind(
                    $"It could not be cleaned up after, so records of the run {mark} may be left on {platform.Capabilities.Platform}; `scoreguard janitor` removes them."
                )
            );
            return Without(diagnostics.DrainToImmutable());
        }
    }

    /// <summary>Forgets the journal of a run that is recorded, unless there is still something to clean up.</summary>
    public async Task ForgetAsync(string run, CancellationToken cancellationToken)
    {
        var mark = MarkOf(run);
        var state = ReplayState.Of(await context.Stores.Journal.ReadAsync(mark, cancellationToken));
        if (state is { IsCleaned: true, Left.IsEmpty: true })
        {
            await context.Stores.Journal.RemoveAsync(mark, cancellationToken);
        }
    }

    /// <summary>A run's id as records carry it.</summary>
    public static string MarkOf(string run) => run.ToLowerInvariant();

    private Parsed<ITarget> Open(string mark, int kept) =>
        context.Targets.Open(_target.Keeping(kept), mark, context.Stores.Ledger);

    private ITarget Get(string mark, int kept) => ((Parsed<ITarget>.Ok)Open(mark, kept)).Value;

    private IEnumerable<Diagnostic> Told(LiveResult result)
    {
        if (result.Problem is { } problem)
        {
            yield return problem.ToDiagnostic(_file);
        }

        if (result.Passing > 0)
        {
            yield return new(
                TargetCodes.SecondLook.Code,
                Severity.Warning,
                _file,
                null,
                "target",
                $"{result.Passing} leads differed at first and not when they were replayed once more; the second outcome counts."
            );
        }

        if (!result.Left.IsEmpty)
        {
            const int Most = 10;
            yield return LeftBehind(
                $"{result.Left.Length} synthetic records are left: {string.Join(", ", result.Left.Take(Most))}{(result.Left.Length > Most ? ", …" : "")}."
            );
        }
    }

    private Diagnostic LeftBehind(string message) =>
        new(TargetCodes.LeftBehind.Code, Severity.Warning, _file, null, "target", message);

    private static LiveShards Without(ImmutableArray<Diagnostic> diagnostics) => new([], diagnostics);

    private async Task<ImmutableArray<Shard>> SaveAsync(
        ImmutableArray<ReadOnlyMemory<byte>> lines,
        CancellationToken cancellationToken
    )
    {
        var shards = ImmutableArray.CreateBuilder<Shard>();
        foreach (var part in lines.Chunk(Shard.FullLeads))
        {
            var bytes = new ArrayBufferWriter<byte>();
            foreach (var line in part)
            {
                bytes.Write(line.Span);
            }

            var shard = Shard.Of(bytes.WrittenSpan, part.Length);
            await context.Stores.OutcomeShards.SaveAsync(shard, bytes.WrittenMemory, cancellationToken);
            shards.Add(shard);
        }

        return shards.DrainToImmutable();
    }
}
