using System.Collections.Immutable;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Marketo;

/// <summary>How many calls a replay takes.</summary>
internal static class MarketoPlan
{
    private const int RequestRows = 100;

    /// <summary>Fields, types of activities, the lead, a paging token, its activities.</summary>
    private const int PreflightCalls = 5;

    public static ImmutableArray<PlannedCalls> Of(PlannedWork work)
    {
        var batches = Batches(work.Records, MarketoBatches.Rows);
        return
        [
            new("see whether one lead reaches people (fields, activity log)", PreflightCalls),
            new("create leads (sync leads)", batches),
            new("put them into the static list", batches),
            .. work.Signals.Where(signals => signals.Count > 0).Select(Of),
            new("observe leads (get leads by filter)", checked(batches * work.Looks)),
            new("see that leads are synthetic before they are deleted", batches),
            new("delete leads", batches),
            new("list what is left (static list, run field)", 2),
        ];
    }

    private static PlannedCalls Of(PlannedSignals signals) =>
        signals.Kind switch
        {
            SignalKind.Form => new("submit forms (one lead a call)", signals.Count),
            SignalKind.Event => new("add custom activities", AtLeast(signals, MarketoBatches.Rows)),
            SignalKind.Member => new("change memberships", AtLeast(signals, MarketoBatches.Rows)),
            SignalKind.Request => new("request campaigns", AtLeast(signals, RequestRows)),
            SignalKind.Update => new("update leads", AtLeast(signals, MarketoBatches.Rows)),
            var kind => new($"{kind}: Marketo's API cannot inject it", 0),
        };

    /// <summary>Batches are cut by the caller to what most calls take; a call that takes fewer rows cuts them once more.</summary>
    private static int AtLeast(PlannedSignals signals, int rows) =>
        Math.Min(
            signals.Count,
            Math.Max(signals.Batches + CutsOnTop(signals.Count, rows), Batches(signals.Count, rows))
        );

    private static int CutsOnTop(int count, int rows) => rows < MarketoBatches.Rows ? count / rows : 0;

    private static int Batches(int count, int rows) => (count + rows - 1) / rows;
}
