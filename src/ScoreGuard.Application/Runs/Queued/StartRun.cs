using System.Collections.Immutable;
using ScoreGuard.Application.Leads;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Runs;
using ScoreGuard.Domain.Runs.Queued;

namespace ScoreGuard.Application.Runs.Queued;

/// <summary>Takes the turn of the workspace if it is free, takes down what is judged, and sends the parts to the queue.</summary>
internal sealed class StartRun(ServedWorkspace workspace, IWorkQueue queue)
{
    /// <summary>32,768 leads: a fraction of a second's replay, and few enough entries for a population of millions.</summary>
    public const int ShardsPerPart = 8;

    /// <summary>The file of a run that holds what a preview tries.</summary>
    public const string CandidateName = "candidate.yaml";

    private readonly WorkspaceContext _context = workspace.Context;

    public async Task<bool> ExecuteAsync(string run, CancellationToken cancellationToken)
    {
        if (
            await workspace.Tickets.FindAsync(run, cancellationToken) is not { } held
            || !await workspace.Tickets.TryTakeTurnAsync(run, cancellationToken)
        )
        {
            // Recorded already, or it has to wait: whichever run has the turn sends for it at its end.
            return false;
        }

        var ticket = held.Ticket;
        if (ticket.Plan is null)
        {
            var plan = await PlanAsync(ticket, cancellationToken);
            ticket = ticket with { Plan = plan, TouchedAt = _context.Now };
            if (!await workspace.Tickets.TryReplaceAsync(held, ticket, cancellationToken))
            {
                // Another worker planned it; its plan counts, and its steps are sent once more.
                if (await workspace.Tickets.FindAsync(run, cancellationToken) is not { } planned)
                {
                    return false;
                }

                ticket = planned.Ticket;
            }
        }

        await new RunTurn(workspace, queue).SendOpenStepsAsync(ticket, cancellationToken);
        return true;
    }

    private async Task<RunPlan> PlanAsync(RunTicket ticket, CancellationToken cancellationToken)
    {
        var evidence = await TryGatherAsync(ticket, cancellationToken);
        var shards = evidence.HasErrors ? 0 : evidence.Leads!.Shards.Length;
        // A live platform is one: its records are made, watched and taken out by one worker at a time.
        // A service has a pace of its own: a part must be short enough for one step.
        var perPart = _context.Workspace.Target switch
        {
            { MakesRecords: true } => Math.Max(shards, 1),
            { ScoresElsewhere: true } => 1,
            _ => ShardsPerPart,
        };
        if (evidence.Model is { } model)
        {
            await _context.Stores.Models.SaveAsync(model.Hash, model.Canonical, cancellationToken);
        }

        return new(
            _context.Now,
            _context.Workspace,
            evidence.Model?.Hash,
            evidence.Leads?.Root,
            evidence.Baseline?.Version,
            evidence.Baseline?.OutcomesRoot,
            evidence.Policy,
            _context.Replayers.EngineVersion,
            (shards + perPart - 1) / perPart,
            perPart,
            [.. evidence.Diagnostics],
            evidence.Target
        );
    }

    /// <summary>Damage is the same at every attempt: the run ends with it at once.</summary>
    private async Task<Evidence> TryGatherAsync(RunTicket ticket, CancellationToken cancellationToken)
    {
        try
        {
            return await GatherAsync(ticket, cancellationToken);
        }
        catch (StoreDamage damage)
        {
            return Evidence.Refused([damage.Diagnostic]);
        }
    }

    private async Task<Evidence> GatherAsync(RunTicket ticket, CancellationToken cancellationToken)
    {
        if (workspace.Wrong.Any(diagnostic => diagnostic.Severity == Severity.Error))
        {
            return Evidence.Refused(workspace.Wrong);
        }

        var frozen = await FreezeFirstAsync(cancellationToken);
        var name = ticket.Kind == RunKind.Preview ? CandidateName : _context.Workspace.Model;
        var bytes =
            ticket.Kind == RunKind.Preview
                ? await CandidateAsync(ticket.Id, cancellationToken)
                : _context.Files.Find(name);
        var request = new RunRequest(ticket.Kind, ticket.Reason, _context.Files.DisplayName(name), bytes);
        var evidence = await Evidence.GatherAsync(_context, request, ticket.Id, cancellationToken);
        foreach (var diagnostic in frozen)
        {
            evidence.Add(diagnostic);
        }

        return evidence;
    }

    /// <summary>The first run of a workspace freezes its leads: nobody is at hand to do it by a command.</summary>
    private async Task<ImmutableArray<Diagnostic>> FreezeFirstAsync(CancellationToken cancellationToken)
    {
        if (await _context.Stores.LeadSets.FindCurrentAsync(cancellationToken) is not null)
        {
            return [];
        }

        if (
            await new FreezeLeads(_context).ExecuteAsync(replace: false, cancellationToken)
            is not FreezeOutcome.Refused refused
        )
        {
            return [];
        }

        // Another worker may be freezing them for this very run: that is no reason to break it.
        return refused.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Code == RunCodes.Locked.Code) is { } busy
            ? throw new WorkspaceBusy(busy.Message)
            : refused.Diagnostics;
    }

    private async Task<byte[]?> CandidateAsync(string run, CancellationToken cancellationToken)
    {
        await using var file = await workspace.Files.FindAsync(run, CandidateName, cancellationToken);
        if (file is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }
}
