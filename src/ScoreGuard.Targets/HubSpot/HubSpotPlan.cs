using System.Collections.Immutable;
using ScoreGuard.Domain.Targets;
using ScoreGuard.Domain.Workspaces.Targets;

namespace ScoreGuard.Targets.HubSpot;

/// <summary>Counts the calls of a replay.</summary>
internal static class HubSpotPlan
{
    private const int SearchPage = 200;

    public static ImmutableArray<PlannedCalls> Of(PlannedWork work, CleanUp cleanUp) =>
        [
            new("create contacts (batch upsert)", Batches(work.Records)),
            .. work.Signals.Select(Signals),
            new("observe contacts (batch read)", Batches(work.Records) * work.Looks),
            new("check suppression (batch read)", 1),
            cleanUp == CleanUp.Erase
                ? new("erase contacts (one by one)", work.Records)
                : new("archive contacts (batch archive)", Batches(work.Records)),
            new("find what is left (search)", Math.Max(1, Pages(work.Records, SearchPage))),
        ];

    private static PlannedCalls Signals(PlannedSignals signals) =>
        signals.Kind switch
        {
            SignalKind.Event => new("send events (batch)", signals.Batches),
            // Read, set, and read whether it was taken.
            SignalKind.Stage => new("set lifecycle stages (batch update and read)", 3 * signals.Batches),
            _ => new("update contacts (batch update)", signals.Batches),
        };

    private static int Batches(int records) => Pages(records, HubSpotTarget.MostInABatch);

    private static int Pages(int records, int size) => (records + size - 1) / size;
}
