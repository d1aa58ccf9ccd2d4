using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ScoreGuard.Domain.Faults;
using ScoreGuard.Domain.Targets;

namespace ScoreGuard.Targets.Salesforce;

/// <summary>Logs tasks about leads. A task has no external id, so each carries its signal's id in a text field, and is looked for first.</summary>
internal sealed class SalesforceTasks(SalesforceRows rows, SalesforceApi api, SalesforceOptions options)
{
    private const string Type = "Task";

    public async Task<ImmutableArray<RecordResult>> LogAsync(
        ImmutableArray<TargetSignal> signals,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await LogOnceAsync(signals, cancellationToken);
        }
        catch (TargetFault fault) when (fault.Kind == TargetFaultKind.Unreachable)
        {
            // It may have been done: looking again tells.
            return await LogOnceAsync(signals, cancellationToken);
        }
    }

    /// <summary>Whether a task about a lead is one of ours.</summary>
    public static bool IsOurs(string? key) => Guid.TryParseExact(key, "D", out _);

    private async Task<ImmutableArray<RecordResult>> LogOnceAsync(
        ImmutableArray<TargetSignal> signals,
        CancellationToken cancellationToken
    )
    {
        var logged = await FindAsync(signals, cancellationToken);
        var results = signals.Select(signal => RecordResult.Of(signal.Record)).ToArray();
        int[] missing =
        [
            .. Enumerable
                .Range(0, signals.Length)
                .Where(place => !logged.Contains((signals[place].Record[..15], signals[place].Id))),
        ];
        if (missing.Length > 0)
        {
            var written = await rows.WriteAsync(
                new(HttpMethod.Post, "log tasks", "composite/sobjects", MayRepeat: false),
                [.. missing.Select(place => ToTask(signals[place]))],
                cancellationToken
            );
            for (var place = 0; place < missing.Length; place++)
            {
                results[missing[place]] = written[place].ToResult(signals[missing[place]].Record);
            }
        }

        return [.. results];
    }

    private async Task<HashSet<(string Lead, string Signal)>> FindAsync(
        ImmutableArray<TargetSignal> signals,
        CancellationToken cancellationToken
    )
    {
        var leads = string.Join(',', signals.Select(signal => $"'{SalesforceIds.Lead(signal.Record)}'"));
        var found = await api.QueryAsync(
            "find tasks",
            $"SELECT WhoId,{options.TaskKey} FROM {Type} WHERE WhoId IN ({leads})",
            null,
            cancellationToken
        );
        return
        [
            .. found
                .Select(task =>
                    (Lead: SalesforceJson.Text(task, "WhoId"), Key: SalesforceJson.Text(task, options.TaskKey))
                )
                .Where(task => task is { Lead.Length: >= 15, Key: not null })
                .Select(task => (task.Lead![..15], task.Key!)),
        ];
    }

    private JsonObject ToTask(TargetSignal signal)
    {
        var task = SalesforceJson.Record(Type, signal.Properties);
        task["WhoId"] = SalesforceIds.Lead(signal.Record);
        task[options.TaskKey] = signal.Id;
        task.TryAdd("Subject", signal.Name);
        task.TryAdd("Status", "Completed");
        task.TryAdd("ActivityDate", SalesforceIds.Date(signal.At));
        return task;
    }
}
