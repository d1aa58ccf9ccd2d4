using System.Buffers;
using System.Collections.Immutable;
using ScoreGuard.Application.Runs;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Application.Live;

/// <summary>The part of a run that a live platform does: its leads go there and come back as shards of outcomes.</summary>
internal sealed class LiveRun(WorkspaceContext context)
{
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
        var approved = await ApprovedLines.ReadAsync(
            context.Stores.OutcomeShards,
            evidence.BaselineOutcomes,
            cancellationToken
        );
        var prepared = await new LivePreparation(context).PrepareAsync(
            mark,
            evidence.Leads!,
            int.MaxValue,
            approved.IsDrifted,
            cancellationToken
        );
        if (prepared is not Parsed<PreparedReplay>.Ok { Value: var (platform, population, replay) } ready)
        {
            return Without(((Parsed<PreparedReplay>.Refused)prepared).Diagnostics);
        }

        var diagnostics = ready.Warnings.ToBuilder();
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
            if (state.OpenRecords.Any() || state.MayHaveUnknownRecords)
            {
                diagnostics.Add(
                    Janitor.Warning(
                        _file,
                        $"It could not be cleaned up after, so records of the run {mark} may be left on {platform.Capabilities.Platform}; `scoreguard janitor` removes them."
                    )
                );
            }

            return Without(diagnostics.DrainToImmutable());
        }
    }

    /// <summary>Forgets the journal of a run that is recorded, unless there is still something to clean up.</summary>
    public async Task ForgetAsync(string run, CancellationToken cancellationToken)
    {
        if (!context.Workspace.Target.MakesRecords)
        {
            return;
        }

        var mark = MarkOf(run);
        var state = ReplayState.Of(await context.Stores.Journal.ReadAsync(mark, cancellationToken));
        if (state is { IsCleaned: true, Left.IsEmpty: true })
        {
            await context.Stores.Journal.RemoveAsync(mark, cancellationToken);
        }
    }

    /// <summary>A run's id as records carry it.</summary>
    public static string MarkOf(string run) => run.ToLowerInvariant();

    private IEnumerable<Diagnostic> Told(LiveResult result)
    {
        if (result.Problem is { } problem)
        {
            yield return problem.ToDiagnostic(_file);
        }

        if (!result.Empty.IsEmpty)
        {
            yield return new(
                TargetCodes.Unscored.Code,
                Severity.Warning,
                _file,
                null,
                "target.outcome",
                $"{Quote.All(result.Empty)} {(result.Empty.Length == 1 ? "has" : "have")} a value in no lead. Is that the name on the platform? What is never there cannot drift."
            );
        }

        if (result.Passing > 0)
        {
            yield return new(
                TargetCodes.SecondLook.Code,
                Severity.Warning,
                _file,
                null,
                "target",
                $"{Counted.Of(result.Passing, "lead")} differed at first and not when replayed once more; the second outcome counts."
            );
        }

        if (!result.Left.IsEmpty)
        {
            const int Most = 10;
            yield return Janitor.Warning(
                _file,
                $"{Counted.Of(result.Left.Length, "synthetic record")} left behind: {string.Join(", ", result.Left.Take(Most))}{(result.Left.Length > Most ? ", …" : "")}."
            );
        }
    }

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
