using System.Collections.Immutable;
using ScoreGuard.Application.Comparing;
using ScoreGuard.Application.Live;
using ScoreGuard.Application.Models;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Runs.Queued;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Application.Runs.Queued;

/// <summary>Replays a range of lead shards and keeps the outcomes that the baseline does not have.</summary>
internal sealed class ReplayPart(ServedWorkspace workspace, IWorkQueue queue)
{
    /// <summary>What of a live replay is done in one step; far below what a host lets a step take.</summary>
    private static readonly TimeSpan LiveStep = TimeSpan.FromMinutes(4);

    private readonly WorkspaceContext _context = workspace.Context;

    /// <returns>Leads replayed; 0 where there was nothing to do.</returns>
    public async Task<long> ExecuteAsync(string run, int part, CancellationToken cancellationToken)
    {
        if (
            await workspace.Tickets.FindAsync(run, cancellationToken) is not { Ticket: { Plan: { } plan } ticket } held
            || part < 0
            || part >= plan.Parts
        )
        {
            return 0;
        }

        if (ticket.Has(part))
        {
            await SendNextAsync(ticket, cancellationToken);
            return 0;
        }

        if (plan.Workspace.Target.MakesRecords)
        {
            await ReplayLiveAsync(held, plan, cancellationToken);
            return 0;
        }

        var done = await ReplayAsync(run, plan, part, cancellationToken);
        await KeepAsync(held, done, cancellationToken);
        return done.Outcomes.Sum(shard => (long)shard.Leads);
    }

    /// <summary>As far as a step gets; the rest is sent for again.</summary>
    private async Task ReplayLiveAsync(HeldTicket held, RunPlan plan, CancellationToken cancellationToken)
    {
        var context = _context with { Workspace = plan.Workspace };
        var evidence = await Evidence.RecallAsync(context, plan, cancellationToken);
        if (evidence.HasErrors)
        {
            await KeepAsync(held, new(0, [], [.. evidence.Diagnostics]), cancellationToken);
            return;
        }

        try
        {
            var live = await new LiveRun(context).ReplayAsync(held.Ticket.Id, evidence, LiveStep, cancellationToken);
            await KeepAsync(held, new(0, live.Outcomes, live.Diagnostics, evidence.Target), cancellationToken);
        }
        catch (ReplayPaused paused)
        {
            // Until it goes on nobody takes it for a run that lost its worker.
            var due = new Instant((context.Time.GetUtcNow() + paused.Wait).ToUnixTimeMilliseconds());
            var touched = held.Ticket with { TouchedAt = due, Resent = 0 };
            await workspace.Tickets.TryReplaceAsync(held, touched, cancellationToken);
            var step = new WorkItem(workspace.Name, held.Ticket.Id, WorkStep.Replay);
            await queue.SendAsync(step, cancellationToken, paused.Wait);
        }
        catch (StoreDamage damage)
        {
            await KeepAsync(held, Failed(0, damage.Diagnostic), cancellationToken);
        }
        catch (ReplayTaken)
        {
            // The step came twice; whoever was faster goes on.
        }
    }

    private async Task<ReplayedPart> ReplayAsync(
        string run,
        RunPlan plan,
        int part,
        CancellationToken cancellationToken
    )
    {
        if (plan.EngineVersion != _context.Replayers.EngineVersion)
        {
            return Failed(
                part,
                new(
                    RunCodes.EngineReplaced.Code,
                    Severity.Error,
                    plan.Workspace.Leads,
                    null,
                    "",
                    $"It started with engine {plan.EngineVersion} and went on with {_context.Replayers.EngineVersion}; run again."
                )
            );
        }

        try
        {
            var leads = (await _context.Stores.LeadSets.FindAsync(plan.LeadSetRoot!, cancellationToken))!;
            var model = (
                await ModelFile.FindAsync(_context.Stores.Models, plan.ModelHash!, _context.Zones, cancellationToken)
            )!;
            var source = OutcomeSources.Of(_context, plan.Workspace.Target, run, leads, model);
            if (source.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error))
            {
                return new(part, [], source.Diagnostics);
            }

            var shards = await ReplayAsync(plan, part, leads, source, cancellationToken);
            return new(part, shards, source.Diagnostics);
        }
        catch (StoreDamage damage)
        {
            return Failed(part, damage.Diagnostic);
        }
        catch (TargetFault fault)
        {
            return Failed(part, LiveProblem.Of(fault).ToDiagnostic(_context.Files.DisplayName(Workspace.FileName)));
        }
    }

    private async Task<ImmutableArray<Shard>> ReplayAsync(
        RunPlan plan,
        int part,
        LeadSet leads,
        IOutcomeSource source,
        CancellationToken cancellationToken
    )
    {
        var known = plan.BaselineRoot is { } root
            ? (await _context.Stores.Outcomes.GetAsync(root, cancellationToken)).Shards
            : [];
        var first = part * plan.ShardsPerPart;
        var shards = new Shard[Math.Min(plan.ShardsPerPart, leads.Shards.Length - first)];
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 1, plan.ShardsPerPart),
            CancellationToken = cancellationToken,
        };
        await Parallel.ForAsync(
            0,
            shards.Length,
            options,
            async (offset, stop) =>
            {
                var index = first + offset;
                using var outcomes = await source.GetAsync(index, stop);
                if (outcomes.Shard.Leads > 0 && (index >= known.Length || known[index] != outcomes.Shard))
                {
                    await _context.Stores.OutcomeShards.SaveAsync(outcomes.Shard, outcomes.Lines, stop);
                }

                shards[offset] = outcomes.Shard;
            }
        );
        return [.. shards];
    }

    private async Task KeepAsync(HeldTicket? held, ReplayedPart done, CancellationToken cancellationToken)
    {
        for (; held is not null; held = await workspace.Tickets.FindAsync(held.Ticket.Id, cancellationToken))
        {
            var next = held.Ticket.With(done, _context.Now);
            if (next == held.Ticket || await workspace.Tickets.TryReplaceAsync(held, next, cancellationToken))
            {
                await SendNextAsync(next, cancellationToken);
                return;
            }
        }
    }

    /// <summary>The end, where every part is done; else the next part, where they come one after the other.</summary>
    private Task SendNextAsync(RunTicket ticket, CancellationToken cancellationToken)
    {
        var turn = new RunTurn(workspace, queue);
        return ticket.Plan!.Workspace.Target.ScoresElsewhere
            ? turn.SendOpenStepsAsync(ticket, cancellationToken)
            : turn.SendConclusionAsync(ticket, cancellationToken);
    }

    private static ReplayedPart Failed(int part, Diagnostic diagnostic) => new(part, [], [diagnostic]);
}
