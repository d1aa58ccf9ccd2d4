using System.Collections.Immutable;
using System.Diagnostics;
using ScoreGuard.Application.Runs;
using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Artefacts;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Leads;

namespace ScoreGuard.Application.Leads;

/// <summary>Freezes the leads of a workspace, once; later it tells whether the source still makes them.</summary>
public sealed class FreezeLeads(WorkspaceContext context)
{
    /// <param name="replace">True: freeze what the source makes now, also if something else is frozen.</param>
    /// <exception cref="StorageFault">The store refused; what was current stays current.</exception>
    public async Task<FreezeOutcome> ExecuteAsync(bool replace, CancellationToken cancellationToken)
    {
        var refused = ImmutableArray.CreateBuilder<Diagnostic>();
        using var gate = await RunLocking.TryAsync(context, "freeze", refused.Add, cancellationToken);
        if (gate is null)
        {
            return new FreezeOutcome.Refused(refused.ToImmutable());
        }

        cancellationToken = gate.Stop;
        return context.LeadSources.Open(context.Workspace, context.Files) switch
        {
            Parsed<LeadSource>.Refused wrong => new FreezeOutcome.Refused(wrong.Diagnostics),
            Parsed<LeadSource>.Ok source => await FreezeAsync(source.Value, replace, cancellationToken),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<FreezeOutcome> FreezeAsync(LeadSource source, bool replace, CancellationToken cancellationToken)
    {
        var current = await context.Stores.LeadSets.FindCurrentAsync(cancellationToken);
        var keep = current is null || replace;
        var check = new LeadCheck(context, source.AsOf);
        using var sharder = new LeadSharder(
            async (shard, lines, stop) =>
            {
                check.Check(lines.Span);
                if (keep && shard.Leads > 0 && !check.HasErrors)
                {
                    await context.Stores.LeadShards.SaveAsync(shard, lines, stop);
                }
            }
        );
        await source.WriteAsync(sharder, cancellationToken);
        var (shards, digest) = await sharder.FinishAsync(cancellationToken);
        if (check.Conclude(sharder.Leads) is { IsEmpty: false } wrong)
        {
            return new FreezeOutcome.Refused(wrong);
        }

        var leads = new LeadSet(
            Shard.Root(shards),
            digest,
            sharder.Leads,
            source.AsOf,
            context.Workspace.Leads,
            source.Hash,
            source.Generator,
            context.Now,
            shards
        );
        return await KeepAsync(leads, current, keep, cancellationToken);
    }

    private async Task<FreezeOutcome> KeepAsync(
        LeadSet leads,
        LeadSet? current,
        bool keep,
        CancellationToken cancellationToken
    )
    {
        var same = current is not null && current.Root == leads.Root && current.AsOf == leads.AsOf;
        if (same && current!.SourceHash == leads.SourceHash)
        {
            return new FreezeOutcome.Unchanged(current);
        }

        if (!keep && !same)
        {
            return new FreezeOutcome.Refused([Differs(leads, current!)]);
        }

        // The same leads from a file that reads differently: only what was hashed is written anew.
        if (!await context.Stores.LeadSets.TryReplaceAsync(leads, current?.Root, cancellationToken))
        {
            throw new StorageFault("replace", "the lead set", new IOException("it was replaced meanwhile"));
        }

        return same ? new FreezeOutcome.Unchanged(leads) : new FreezeOutcome.Frozen(leads, current);
    }

    private Diagnostic Differs(LeadSet leads, LeadSet current)
    {
        var differing = 0;
        while (
            differing < Math.Min(leads.Shards.Length, current.Shards.Length)
            && leads.Shards[differing] == current.Shards[differing]
        )
        {
            differing++;
        }

        var what =
            leads.Root == current.Root
                ? $"the same leads up to {leads.AsOf} instead of {current.AsOf}"
                : $"{leads.Leads} leads, the {current.Leads} frozen ones differ from lead {((long)differing * Shard.FullLeads) + 1} on or a later one";
        return new(
            RunCodes.AlreadyFrozen.Code,
            Severity.Error,
            context.Files.DisplayName(context.Workspace.Leads),
            null,
            "",
            $"It no longer makes what was frozen on {current.FrozenAt} but {what}. Nothing was changed: runs go on with the frozen leads. To freeze the new ones, which need a new baseline, use `scoreguard generate --replace`."
        );
    }
}
