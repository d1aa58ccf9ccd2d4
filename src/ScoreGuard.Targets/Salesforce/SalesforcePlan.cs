using System.Collections.Immutable;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Salesforce;

/// <summary>Counts the calls of a replay.</summary>
internal static class SalesforcePlan
{
    private const int QueryPage = 2_000;

    public static ImmutableArray<PlannedCalls> Of(PlannedWork work) =>
        [
            new("create leads (upsert, 200 a call)", Pages(work.Records, SalesforceRows.Most)),
            .. work.Signals.Select(Signals),
            new("observe leads (query, 200 a call)", Pages(work.Records, SalesforceRows.Most) * work.Looks),
            new("check suppression (queries)", 3),
            new("delete leads (200 a call)", Pages(work.Records, SalesforceRows.Most)),
            new("find what is left (query)", Math.Max(1, Pages(work.Records, QueryPage))),
        ];

    private static PlannedCalls Signals(PlannedSignals signals) =>
        signals.Kind switch
        {
            SignalKind.Member => new("add campaign members (200 a call)", signals.Batches),
            // Looked for, then logged.
            SignalKind.Task => new("log tasks (200 a call, looked for first)", 2 * signals.Batches),
            SignalKind.Stage => new("set the stage (200 a call)", signals.Batches),
            _ => new("update leads (200 a call)", signals.Batches),
        };

    private static int Pages(int records, int size) => (records + size - 1) / size;
}
