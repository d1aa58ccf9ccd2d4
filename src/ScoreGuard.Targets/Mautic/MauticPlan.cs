using System.Collections.Immutable;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Mautic;

/// <summary>How many calls a replay takes when nothing goes wrong.</summary>
internal static class MauticPlan
{
    public static ImmutableArray<PlannedCalls> Of(PlannedWork work, bool asksForGroups, int batch)
    {
        var batches = Batches(work.Records, batch);
        var calls = ImmutableArray.CreateBuilder<PlannedCalls>();
        calls.Add(new("look addresses up", Batches(work.Records, MauticContacts.LookUp)));
        calls.Add(new("create contacts (batch/new)", batches));
        calls.Add(new("check the fields", Math.Min(1, work.Records)));
        foreach (var signals in work.Signals)
        {
            calls.Add(
                signals.Kind == SignalKind.Update
                    ? new("edit contacts (batch/edit)", signals.Batches)
                    : new($"{signals.Kind} (one by one)", signals.Count)
            );
        }

        var acting = work.Signals.Where(signals =>
            signals.Kind is SignalKind.Form or SignalKind.Visit or SignalKind.Event
        );
        calls.Add(new("identify visitors", Math.Min(work.Records, acting.Sum(signals => signals.Count))));
        var listed = work
            .Signals.Select(signals => signals.Kind)
            .Count(kind => kind is SignalKind.Form or SignalKind.Member or SignalKind.Request or SignalKind.Stage);
        calls.Add(new("look names up", listed));
        calls.Add(new("observe contacts", work.Looks * batches));
        calls.Add(new("read group scores (one by one)", asksForGroups ? work.Looks * work.Records : 0));
        calls.Add(new("delete contacts (batch/delete)", batches));
        calls.Add(new("list what is left", 1));
        return [.. calls.Where(call => call.Calls > 0)];
    }

    private static int Batches(int records, int batch) => (records + batch - 1) / batch;
}
