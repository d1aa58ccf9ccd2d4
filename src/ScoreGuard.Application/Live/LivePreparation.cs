using ScoreGuard.Application.Workspaces;
using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Leads;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Application.Live;

/// <summary>Makes a replay of a lead set ready, and cleans up after those before it.</summary>
internal sealed class LivePreparation(WorkspaceContext context)
{
    /// <param name="mark">What the replay's records carry and its calls are counted under.</param>
    /// <param name="most">Not more leads than that, the first that can be tested.</param>
    /// <param name="isDrifted">Whether an outcome differs from the approved one.</param>
    /// <returns>The replay with what there is to say about it, or why there is none.</returns>
    public async Task<Parsed<PreparedReplay>> PrepareAsync(
        string mark,
        LeadSet leads,
        int most,
        Func<LiveCase, ReadOnlyMemory<byte>, bool> isDrifted,
        CancellationToken cancellationToken
    )
    {
        var target = context.Workspace.Target;
        var opened = Open(mark, 0);
        if (opened is not Parsed<ITarget>.Ok { Value: var platform })
        {
            return new Parsed<PreparedReplay>.Refused(((Parsed<ITarget>.Refused)opened).Diagnostics);
        }

        var made = await LivePopulations.MakeAsync(context, leads, platform.Capabilities, most, cancellationToken);
        if (made is not Parsed<LivePopulation>.Ok { Value: var population, Warnings: var warnings })
        {
            return new Parsed<PreparedReplay>.Refused(((Parsed<LivePopulation>.Refused)made).Diagnostics);
        }

        // A replay that goes on has done so before.
        var isNew = (await context.Stores.Journal.ReadAsync(mark, cancellationToken)).IsEmpty;
        var others = isNew ? await new Janitor(context).CleanOthersAsync(mark, waits: false, cancellationToken) : [];
        var replay = new LiveReplay(target, population, kept => ((Parsed<ITarget>.Ok)Open(mark, kept)).Value, isDrifted)
        {
            AsOf = leads.AsOf,
            Time = context.Time,
            Place = context.Targets.PlaceOf(target),
        };
        var left = others.Select(other => other.Left).OfType<Diagnostic>();
        return new Parsed<PreparedReplay>.Ok(new(platform, population, replay), [.. warnings, .. left]);
    }

    private Parsed<ITarget> Open(string mark, int kept) =>
        context.Targets.Open(context.Workspace.Target.Keeping(kept), mark, context.Stores.Ledger);
}

internal sealed record PreparedReplay(ITarget Platform, LivePopulation Population, LiveReplay Replay);
